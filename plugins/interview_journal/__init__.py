"""An interview journal: conversations with librarians, from the text editor to a browsable site."""
