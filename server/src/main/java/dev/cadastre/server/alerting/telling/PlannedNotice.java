package dev.cadastre.server.alerting.telling;

import dev.cadastre.server.monitoring.MonitorState;

/**
 * What is to be told of an incident.
 *
 * @param ordinal counts those of one kind, from 0; with the incident and the kind it tells a notice
 *     from all others
 * @param severity how bad the incident is
 * @param reason why it is told now, as a sentence
 */
public record PlannedNotice(NoticeKind kind, int ordinal, MonitorState severity, String reason) {}
