package dev.cadastre.server.web.page;

import dev.cadastre.api.Installation;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table on the page of the installation.
 *
 * @param taken what it takes
 * @param room how well that is used; null if that is not known
 */
public record TableLine(Installation.Taken taken, Installation.@Nullable Table room) {

    /** All of them, as they are in what they take. */
    static List<TableLine> of(Installation installation) {
        Map<String, Installation.Table> rooms =
                installation.upkeep().tables().stream()
                        .collect(Collectors.toMap(Installation.Table::name, Function.identity()));
        return installation.growth().tables().stream()
                .map(taken -> new TableLine(taken, rooms.get(taken.name())))
                .toList();
    }
}
