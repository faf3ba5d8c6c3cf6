package dev.cadastre.api;

import java.util.Map;

/**
 * What became of a pushed report. It is answered after the report is safely stored.
 *
 * @param host the name of the host's record
 * @param accepted always true; a report that is not accepted is answered with a problem
 * @param changes how many things changed, by section; empty if nothing did
 */
public record ReportReceipt(String host, boolean accepted, Map<String, Integer> changes) {}
