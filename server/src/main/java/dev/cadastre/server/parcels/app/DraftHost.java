package dev.cadastre.server.parcels.app;

import dev.cadastre.server.estate.EstateSection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a host that an app is to be on.
 *
 * @param address where it is reached
 * @param sections what the estate states for it, what counts most last
 * @param facts texts by name; none if it was never seen
 * @param listening TCP ports that something listens on
 * @param runtimes versions of what runs programs there, by the kind
 */
record DraftHost(
        String name,
        String address,
        List<EstateSection> sections,
        Map<String, String> facts,
        Set<Integer> listening,
        Map<String, List<String>> runtimes) {

    DraftHost {
        sections = List.copyOf(sections);
        facts = Map.copyOf(facts);
        listening = Set.copyOf(listening);
        runtimes = Map.copyOf(runtimes);
    }
}
