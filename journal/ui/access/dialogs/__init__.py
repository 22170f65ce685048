"""What is asked on the way: each panel takes plain values and answers with one."""
