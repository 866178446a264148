"""What happens by itself: clocks end, stops and lost files are noticed, the unvisited go."""
