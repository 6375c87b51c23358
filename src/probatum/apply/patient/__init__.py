"""Patient: whether what a source directs is for somebody like the patient, and what bars a treatment for this one."""
