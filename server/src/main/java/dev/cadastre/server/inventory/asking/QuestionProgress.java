package dev.cadastre.server.inventory.asking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * How far a question has come.
 *
 * @param <Q> what is asked
 * @param <A> what one host answers
 * @param id names it for as long as the server remembers it
 * @param subject what is asked
 * @param total how many hosts are asked, of those that the reader may ask
 * @param done how many of them have answered, or cannot
 * @param answers some of the answers, in the order in which they came
 * @param next from where to read on; null once all have been read
 */
@NamedInterface("asking")
public record QuestionProgress<Q, A extends HostAnswer>(
        String id, Q subject, int total, int done, List<A> answers, @Nullable Long next) {

    /** Copies the answers. */
    public QuestionProgress {
        answers = List.copyOf(answers);
    }
}
