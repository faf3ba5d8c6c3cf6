package dev.cadastre.server.alerting.telling;

import dev.cadastre.server.monitoring.MonitorState;
import java.time.Instant;

/**
 * What was told of an incident.
 *
 * @param ordinal counts those of one kind, from 0
 * @param severity how bad the incident was then
 */
public record ToldNotice(NoticeKind kind, int ordinal, MonitorState severity, Instant at) {}
