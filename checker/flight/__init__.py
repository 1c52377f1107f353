"""Flight: what printed distances, apogees, times and speeds allow. Figures in, figures out; no vehicle model.

Kilometres, seconds, kilometres a second and degrees throughout; `border` speaks pint.
"""
