package dev.cadastre.change.operation;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.script.Script;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One entry of an account's crontab, known by the comment {@code # cadastre: NAME} before it. All
 * other lines stay as they are.
 *
 * @param entry its name, of letters, digits, dots, underscores and hyphens
 * @param account whose crontab it is; empty for the job's own account
 * @param schedule when: five fields, or {@code @daily} and the like
 * @param command what, as cron wants it: a percent sign is written {@code \%}; empty for an entry
 *     that is not to be there
 */
public record EnsureCron(String entry, String account, String schedule, String command)
        implements Undoable {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Pattern SCHEDULE =
            Pattern.compile("@[a-z]+|[0-9A-Za-z*,/?#-]+(?:[ \t]+[0-9A-Za-z*,/?#-]+){4}");

    /** Checks them. */
    public EnsureCron {
        if (!NAME.matcher(entry).matches()) {
            throw new IllegalArgumentException("not a name of an entry: " + entry);
        }
        if (!account.isEmpty()) {
            Names.requireAccount(account);
        }
        if (!command.isEmpty() && !SCHEDULE.matcher(schedule).matches()) {
            throw new IllegalArgumentException(
                    "a schedule has five fields, or is @daily and the like: " + schedule);
        }
        if (command.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a command of cron is one line: " + command);
        }
    }

    @Override
    public String name() {
        return "cron.ensure";
    }

    @Override
    public String summary() {
        return command.isEmpty() ? "no " + entry : entry + ": " + schedule + " " + command;
    }

    @Override
    public Script script(ScriptContext context) {
        return script(command.isEmpty() ? "" : schedule + " " + command);
    }

    @Override
    public Optional<Script> undo(Map<String, String> before) {
        String line = before.get("entry");
        return line == null ? Optional.empty() : Optional.of(script(line));
    }

    private Script script(String line) {
        return OperationScript.of("ensure-cron.sh")
                .with("name", entry)
                .with("account", account)
                .with("entry", line)
                .script();
    }
}
