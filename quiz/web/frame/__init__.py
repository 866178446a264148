"""What all pages share: headers, language, styles and scripts, what pages are given."""
