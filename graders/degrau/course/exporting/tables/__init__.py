"""Tables of marks that platforms take back: a module for each, which fills in the teacher's own."""
