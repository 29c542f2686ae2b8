"""BPMN 2.0: processes as diagrams that modelling tools open."""
