"""Pure functions from values of the domain to what a widget paints."""
