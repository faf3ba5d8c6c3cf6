package dev.cadastre.api;

import java.util.List;
import java.util.Map;

/**
 * Targets with common labels, as Prometheus' HTTP service discovery reads them.
 *
 * @param targets each {@code ADDRESS:PORT}, IPv6 addresses in brackets
 * @param labels {@code __meta_cadastre_name}, {@code …_environment}, {@code …_groups} (each between
 *     commas: {@code ,web,db,}), {@code …_os} and {@code …_os_id}; those without a value are left
 *     out
 */
public record ScrapeTargets(List<String> targets, Map<String, String> labels) {}
