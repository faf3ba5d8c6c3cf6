package dev.cadastre.server.monitoring.series;

import java.time.Duration;

/**
 * What series need to know of a monitor.
 *
 * @param name of its definition
 * @param asset that it is about, such as {@code host:web1}
 * @param environment of the asset
 * @param interval between two results
 */
public record SeriesSubject(String name, String asset, String environment, Duration interval) {}
