"""The plan: from a catalogue to every page of the site."""
