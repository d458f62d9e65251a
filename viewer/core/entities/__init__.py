"""Recognition of entities: a pipeline of small stages, one stage a file."""
