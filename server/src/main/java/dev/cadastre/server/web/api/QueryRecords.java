package dev.cadastre.server.web.api;

import dev.cadastre.api.HostCount;
import dev.cadastre.api.QueryCompletion;
import dev.cadastre.api.QueryField;
import dev.cadastre.api.SavedQuery;
import dev.cadastre.query.Candidate;
import dev.cadastre.query.Completion;
import dev.cadastre.query.Field;
import dev.cadastre.query.Names;
import dev.cadastre.query.Operator;
import dev.cadastre.server.search.HostCounts;
import java.util.List;

/** What belongs to queries, as it is sent. */
public final class QueryRecords {

    private QueryRecords() {}

    public static dev.cadastre.api.HostCounts counts(HostCounts counts) {
        return new dev.cadastre.api.HostCounts(
                counts.hosts(),
                counts.values().stream()
                        .map(value ->
                                new HostCount(value.value(), value.hosts(), value.environments()))
                        .toList(),
                null);
    }

    public static SavedQuery saved(dev.cadastre.server.search.SavedQuery saved) {
        return new SavedQuery(saved.name(), saved.q(), saved.savedBy(), saved.savedAt());
    }

    static QueryField field(Field field) {
        return new QueryField(
                field.name(),
                field.aliases(),
                field.keyed(),
                field.description(),
                field.example(),
                field.names() instanceof Names.Closed(List<String> words) ? words : List.of(),
                field.comparisons().operators().stream().map(Operator::symbol).toList());
    }

    public static QueryCompletion completion(Completion completion) {
        return new QueryCompletion(
                completion.from(),
                completion.to(),
                completion.candidates().stream().map(QueryRecords::item).toList(),
                null);
    }

    private static QueryCompletion.Item item(Candidate candidate) {
        return new QueryCompletion.Item(
                QueryCompletion.Kind.valueOf(candidate.kind().name()),
                candidate.insert(),
                candidate.label(),
                candidate.description());
    }
}
