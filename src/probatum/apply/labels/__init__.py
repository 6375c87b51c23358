"""Labels: what labels say of a medicine where just that is asked: doses, levels, its end, how it is watched."""
