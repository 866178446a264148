"""What starting a server needs: its address, its port, its data folder."""
