package dev.cadastre.server.web.page;

import dev.cadastre.api.SectionSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a source has to say of a host.
 *
 * @param source who
 * @param told how many sections it told last, without those of which it had nothing to tell
 * @param believed in how many of them it is believed
 * @param observedAt when it was last heard
 */
record SourceShare(SectionSource.Source source, int told, int believed, Instant observedAt) {

    /** The sources that tell of a host, those that come first in the order of belief first. */
    static List<SourceShare> of(List<SectionSource> sections) {
        Map<SectionSource.Source, List<SectionSource>> bySource =
                new EnumMap<>(SectionSource.Source.class);
        sections.stream()
                .filter(section -> section.status() != SectionSource.Status.ABSENT)
                .forEach(section ->
                        bySource.computeIfAbsent(section.source(), _ -> new ArrayList<>())
                                .add(section));
        return bySource.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static SourceShare of(SectionSource.Source source, List<SectionSource> told) {
        int believed = (int) told.stream().filter(SectionSource::believed).count();
        Instant latest =
                told.stream()
                        .map(SectionSource::observedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH);
        return new SourceShare(source, told.size(), believed, latest);
    }
}
