package dev.cadastre.server.web.api;

import dev.cadastre.server.inventory.asking.HostAnswer;
import dev.cadastre.server.inventory.asking.HostQuestions;
import dev.cadastre.server.inventory.asking.QuestionProgress;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.Cursor;
import dev.cadastre.server.web.api.request.Limit;
import dev.cadastre.server.web.api.request.Parameters;
import org.jspecify.annotations.Nullable;

/** Which part of what hosts answered to a question is asked for. */
@Parameters
record AnswerPart(@Nullable Limit limit, @Nullable Cursor after) {

    /** That part of the answers to the question of that id. */
    <Q, A extends HostAnswer> QuestionProgress<Q, A> of(HostQuestions<Q, A> questions, String id) {
        return questions
                .progress(id, after == null ? 0 : after.number(), Limit.of(limit))
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemKind.QUESTION_UNKNOWN,
                                "The server remembers no question "
                                        + id
                                        + " whose hosts you may ask; it forgets them when it"
                                        + " restarts.",
                                "Ask it again."));
    }

    /** Where the next part begins; null once all have been read. */
    static @Nullable String next(QuestionProgress<?, ?> progress) {
        return progress.next() == null ? null : new Cursor(progress.next().toString()).encode();
    }
}
