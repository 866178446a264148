"""What is ready before anybody asks: files, scripts, templates, pages that are alike for all."""
