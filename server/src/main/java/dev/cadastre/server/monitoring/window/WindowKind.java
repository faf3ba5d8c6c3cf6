package dev.cadastre.server.monitoring.window;

import dev.cadastre.server.access.Part;
import dev.cadastre.server.monitoring.MonitorProblem;
import dev.cadastre.server.monitoring.MonitorRefused;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.modulith.NamedInterface;

/**
 * What tells windows of one kind from those of others.
 *
 * @param word what they are called, such as {@code downtime}: codes of problems, kinds of events
 *     and addresses of the API begin with it
 * @param part whose permission it takes to make and end them
 * @param refusal makes the exception by which that part refuses something
 */
@NamedInterface("window")
public record WindowKind(
        String word,
        Part part,
        BiFunction<MonitorRefused.Reason, List<MonitorProblem>, RuntimeException> refusal) {}
