package dev.cadastre.bench;

import java.time.Instant;
import java.util.List;

/**
 * What one run of a benchmark found.
 *
 * @param at when it began
 * @param load how busy the machine was just before, as in /proc/loadavg
 */
record Result(String benchmark, Instant at, double load, Machine machine, List<Figure> figures) {}
