"""Processes read from files of BPMN 2.0, whoever wrote them."""
