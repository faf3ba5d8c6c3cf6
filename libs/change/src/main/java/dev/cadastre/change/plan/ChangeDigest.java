package dev.cadastre.change.plan;

import dev.cadastre.change.Change;
import dev.cadastre.change.Job;
import dev.cadastre.change.Operation;
import dev.cadastre.change.script.Script;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Digests by which a change, or a script of it, is known to be the same. Pure. */
public final class ChangeDigest {

    private ChangeDigest() {}

    /**
     * Of all that a change says. What its scripts are made of besides, such as files, is in the
     * digests of the {@linkplain #of(Script) scripts}.
     */
    public static String of(Change change) {
        Fields fields = Fields.of("change").text(change.name()).text(change.summary());
        fields.count(change.jobs().size());
        for (Job job : change.jobs()) {
            fields.text(job.name())
                    .text(job.at().name())
                    .text(job.limit().toString())
                    .text(job.as() == null ? "" : job.as())
                    .list(job.restarts())
                    .list(job.reloads());
            operation(fields, job.operation());
            operation(fields, job.undo());
        }
        return fields.digest();
    }

    private static void operation(Fields fields, @Nullable Operation operation) {
        fields.text(operation == null ? "" : operation.name())
                .text(operation == null ? "" : operation.summary());
    }

    /** Of a script with its variables and its payload. */
    public static String of(Script script) {
        return Fields.of("script")
                .text(script.look())
                .text(script.act())
                .map(new TreeMap<>(script.variables()))
                .text(script.payload().sha256())
                .digest();
    }
}
