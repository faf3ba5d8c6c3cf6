package dev.cadastre.server.monitoring.watching;

import dev.cadastre.plugin.PluginResult;
import org.springframework.modulith.NamedInterface;

/**
 * A result that somebody tells.
 *
 * @param monitor the monitor
 * @param result what it says
 */
@NamedInterface("watching")
public record ToldResult(long monitor, PluginResult result) {}
