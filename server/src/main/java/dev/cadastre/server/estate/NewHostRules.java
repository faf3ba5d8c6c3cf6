package dev.cadastre.server.estate;

import dev.cadastre.ini.Problem;
import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Quoted;
import dev.cadastre.ini.Spelling;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What can be wrong with a host that is to be added, and would be a matter of syntax in the file.
 */
final class NewHostRules {
    private static final int LONGEST_VALUE = 4_096;
    private static final int MOST_GROUPS = 100;
    private static final List<String> KEYS =
            Stream.concat(Stream.of(Keys.ADDRESS, Keys.JSONSTATS), Keys.ALL_SSH.stream()).toList();

    private final Problems problems;

    private NewHostRules(Problems problems) {
        this.problems = problems;
    }

    /** All that is wrong with the host; empty when it can be looked at further. */
    static List<Problem> check(NewHost host, Set<String> groups) {
        Problems problems = new Problems("new host");
        NewHostRules rules = new NewHostRules(problems);
        rules.name("name", host.name());
        if (host.environment() != null) {
            rules.name("environment", host.environment());
        }
        host.groups().stream().limit(MOST_GROUPS).forEach(name -> rules.group(name, groups));
        host.settings().forEach(rules::setting);
        return problems.list();
    }

    private void name(String what, String name) {
        if (!Name.isValid(name)) {
            error("estate.bad-name", what + " = " + Quoted.of(name) + " is no name", Name.RULE);
        }
    }

    private void group(String name, Set<String> groups) {
        if (!groups.contains(name)) {
            String close = Spelling.closest(name, groups);
            error(
                    "estate.undefined-group",
                    "the group " + Quoted.of(name) + " is not defined",
                    close == null
                            ? "define it in the estate file"
                            : "did you mean " + Quoted.of(close) + "?");
        }
    }

    private void setting(String key, String value) {
        if (!KEYS.contains(key)) {
            error(
                    "estate.unknown-setting",
                    Quoted.of(key) + " is no setting of a host that can be added",
                    "there are " + String.join(", ", KEYS));
        } else if (value.length() > LONGEST_VALUE
                || value.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            error(
                    "estate.bad-value",
                    key + " is too long or has control characters",
                    "use at most %d characters".formatted(LONGEST_VALUE));
        }
    }

    private void error(String code, String message, String remedy) {
        problems.error(0, 0, code, message, remedy);
    }
}
