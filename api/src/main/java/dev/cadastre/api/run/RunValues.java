package dev.cadastre.api.run;

import java.util.Map;

/**
 * What files and parameters of a change may refer to.
 *
 * @param local on the machine of whoever runs it
 * @param hosts on hosts, by their name
 */
public record RunValues(Map<String, String> local, Map<String, Map<String, String>> hosts) {}
