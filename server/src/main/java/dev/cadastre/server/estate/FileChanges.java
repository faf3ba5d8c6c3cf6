package dev.cadastre.server.estate;

import dev.cadastre.ini.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** Applies the estate file. */
@Component
class FileChanges {
    private final DeclaredEstate declared;
    private final EstateStore store;
    private final SectionChecks checks;
    private final Clock clock;

    FileChanges(DeclaredEstate declared, EstateStore store, SectionChecks checks, Clock clock) {
        this.declared = declared;
        this.store = store;
        this.checks = checks;
        this.clock = clock;
    }

    /** Reads the file and puts it in force, unless there is an error in it. */
    EstateStatus apply(WatchedFile file, String actor) {
        return declared.exclusively(() -> {
            declared.note(file.name(), apply(file.name(), file.read(), actor));
            return declared.status();
        });
    }

    private List<Problem> apply(String name, WatchedFile.Content content, String actor) {
        return switch (content) {
            case WatchedFile.Content.Unreadable(Problem problem) -> List.of(problem);
            case WatchedFile.Content.Present(FileBytes bytes, MonitorTests tests) ->
                    isCutOff(bytes) ? List.of(cutOff(name)) : apply(name, bytes, tests, actor);
        };
    }

    /** Some editors and full disks leave an empty file behind; nobody retires all hosts so. */
    private boolean isCutOff(FileBytes content) {
        return content.isEmpty() && !declared.state().content().isEmpty();
    }

    private static Problem cutOff(String name) {
        return Problem.error(
                name,
                0,
                0,
                "estate.empty",
                "the estate file is empty",
                "restore it; to declare nothing on purpose, leave a comment in it");
    }

    private List<Problem> apply(String name, FileBytes content, MonitorTests tests, String actor) {
        EstateState now = declared.state();
        EstateReading reading =
                EstateFile.read(name, content.bytes(), now.additions(), checks, tests);
        if (reading.model() != null && isNew(name, content, reading.model(), now)) {
            exchange(name, content, reading.model(), actor);
            // What was to be known before it was in force need not be true any longer.
            return reading.problems().isEmpty() ? List.of() : problems(name, content, tests);
        }
        return reading.problems();
    }

    private static boolean isNew(
            String name, FileBytes content, EstateModel model, EstateState now) {
        return now.appliedAt() == null
                || !content.equals(now.content())
                || !name.equals(now.file())
                || !model.tests().equals(now.tests());
    }

    private List<Problem> problems(String name, FileBytes content, MonitorTests tests) {
        return EstateFile.read(name, content.bytes(), declared.state().additions(), checks, tests)
                .problems();
    }

    private void exchange(String name, FileBytes content, EstateModel model, String actor) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Additions before = declared.state().additions();
        Additions after = before.notDeclaredIn(model);
        declared.exchange(
                new EstateState(name, content, model.tests(), at, after, model),
                actor,
                () -> {
                    store.apply(name, content, model.tests(), at);
                    store.keepOnly(after, before);
                });
    }
}
