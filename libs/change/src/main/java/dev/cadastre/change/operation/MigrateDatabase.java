package dev.cadastre.change.operation;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.script.Script;
import java.util.Map;
import java.util.Optional;

/**
 * A database's schema in a version, by the application's own commands. All are for the host's shell
 * and find the version that is wished for in {@code CADASTRE_VERSION}, and in {@code CADASTRE_COPY}
 * what the copy is called, empty for the database itself. A copy is migrated first; only if that
 * brings it to the version is the database touched.
 *
 * @param wished the version
 * @param version prints the version that there is, in one line, and changes nothing
 * @param copy makes a copy and prints what it is called as its last line; empty for no dry run
 * @param migrate migrates
 * @param discard removes the copy; may be empty
 * @param revert migrates back to {@code CADASTRE_VERSION}; empty if it cannot be undone
 */
public record MigrateDatabase(
        String wished, String version, String copy, String migrate, String discard, String revert)
        implements Undoable {

    /** Checks that what cannot be left out is there. */
    public MigrateDatabase {
        if (wished.isBlank() || version.isBlank() || migrate.isBlank()) {
            throw new IllegalArgumentException(
                    "a migration has a wished version, and commands for version and migrate");
        }
    }

    @Override
    public String name() {
        return "database.migrate";
    }

    @Override
    public String summary() {
        return "to version " + wished;
    }

    @Override
    public Script script(ScriptContext context) {
        return script(wished, migrate, copy);
    }

    @Override
    public Optional<Script> undo(Map<String, String> before) {
        String was = before.getOrDefault("version", "");
        return was.isEmpty() || revert.isBlank()
                ? Optional.empty()
                : Optional.of(script(was, revert, copy));
    }

    private Script script(String to, String by, String copyBy) {
        return OperationScript.of("migrate-database.sh")
                .with("wished", to)
                .with("version_command", version)
                .with("copy_command", copyBy)
                .with("migrate_command", by)
                .with("discard_command", discard)
                .script();
    }
}
