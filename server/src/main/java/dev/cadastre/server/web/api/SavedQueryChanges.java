package dev.cadastre.server.web.api;

import dev.cadastre.api.Problem;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.search.SavedQueries;
import dev.cadastre.server.search.SavedQueryChange;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Changes saved queries for those who may, or says why not. It takes writing everywhere, since
 * rules and people anywhere may rely on them.
 */
@Component
public class SavedQueryChanges {

    private final SavedQueries saved;
    private final Permitted permitted;

    SavedQueryChanges(SavedQueries saved, Permitted permitted) {
        this.saved = saved;
        this.permitted = permitted;
    }

    /**
     * Saves a query under a name, in the place of the one that has it.
     *
     * @throws ProblemException if there cannot be such a saved query
     * @throws dev.cadastre.server.search.QueryRefused if its text is no query
     */
    public void put(String name, String q) {
        permitted.requireEverywhere(Verb.WRITE, Part.INVENTORY);
        require(saved.put(name, q), name);
    }

    /**
     * Removes a saved query.
     *
     * @throws ProblemException if there is none, or others mention it
     */
    public void remove(String name) {
        permitted.requireEverywhere(Verb.WRITE, Part.INVENTORY);
        require(saved.remove(name), name);
    }

    private static void require(SavedQueryChange change, String name) {
        switch (change) {
            case SavedQueryChange.Done() -> {}
            case SavedQueryChange.Unknown() -> throw unknown(name);
            case SavedQueryChange.Used(List<String> by) ->
                    throw new ProblemException(
                            ProblemKind.SAVED_QUERY_USED,
                            "The saved query %s is mentioned by %s."
                                    .formatted(name, String.join(", ", by)),
                            "Change these first.");
            case SavedQueryChange.Invalid(String field, String message) ->
                    throw new ProblemException(
                            ProblemKind.SAVED_QUERY_INVALID,
                            "There cannot be such a saved query.",
                            "Correct what \"problems\" names.",
                            List.of(
                                    new Problem.Part(
                                            "saved-query." + field + "-wrong",
                                            field,
                                            message,
                                            null)));
        }
    }

    /** That there is no saved query of that name. */
    public static ProblemException unknown(String name) {
        return new ProblemException(
                ProblemKind.SAVED_QUERY_UNKNOWN,
                "There is no saved query %s.".formatted(name),
                "See /api/v1/query/saved for those there are.");
    }
}
