package dev.cadastre.server.inventory.ownership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * How far a question about a file has come.
 *
 * @param id names it for as long as the server remembers it
 * @param file the path that was asked for
 * @param total how many hosts are asked, of those that the reader may ask
 * @param done how many of them have answered, or cannot
 * @param answers some of the answers, in the order in which they came
 * @param next from where to read on; null once all have been read
 */
@NamedInterface("ownership")
public record FileProgress(
        String id,
        String file,
        int total,
        int done,
        List<FileAnswer> answers,
        @Nullable Long next) {

    /** Copies the answers. */
    public FileProgress {
        answers = List.copyOf(answers);
    }
}
