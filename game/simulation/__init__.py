"""Games without people or servers, played by the real engine to measure its rules; meets no Django, Redis or clock."""
