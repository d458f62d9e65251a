"""Writers: values to text for other programs."""
