"""Document → Reading: the encoder, attribution, names, times, polarity and modality, chains."""
