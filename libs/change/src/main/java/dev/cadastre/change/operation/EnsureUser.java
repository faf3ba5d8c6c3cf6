package dev.cadastre.change.operation;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.script.Script;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An account of a host. What is empty is usual for a new one, and stays as it is for one that is
 * there.
 *
 * @param account its name
 * @param uid its number
 * @param group its primary group; empty for one of its own name
 * @param groups more groups that it is in; it stays in others
 * @param home its folder
 * @param shell its login shell
 * @param comment who or what it is for
 * @param system whether a new one gets a number of those for daemons
 * @param makeHome whether a new one's folder is made
 */
public record EnsureUser(
        String account,
        String uid,
        String group,
        List<String> groups,
        String home,
        String shell,
        String comment,
        boolean system,
        boolean makeHome)
        implements Undoable {

    /** Checks them. */
    public EnsureUser {
        Names.requireAccount(account);
        if (!uid.matches("|[0-9]{1,9}")) {
            throw new IllegalArgumentException("uid is no number: " + uid);
        }
        if (!group.isEmpty()) {
            Names.requireAccount(group);
        }
        groups = List.copyOf(groups);
        groups.forEach(Names::requireAccount);
        requireField(home);
        requireField(shell);
        requireField(comment);
    }

    /** One for a daemon: no folder is made, and nobody can sign in as it. */
    public static EnsureUser system(String account, String home) {
        return new EnsureUser(
                account, "", "", List.of(), home, "/usr/sbin/nologin", "", true, false);
    }

    private static void requireField(String text) {
        if (text.chars().anyMatch(c -> c == ':' || Character.isISOControl(c))) {
            throw new IllegalArgumentException(
                    "what stands in /etc/passwd has a colon or a control character: " + text);
        }
    }

    @Override
    public String name() {
        return "user.ensure";
    }

    @Override
    public String summary() {
        return account;
    }

    @Override
    public Script script(ScriptContext context) {
        return script(uid, group, groups, home, shell, comment).with("leave_groups", "").script();
    }

    /** Removes the account if it was not there; its files stay. */
    @Override
    public Optional<Script> undo(Map<String, String> before) {
        return switch (before.getOrDefault("state", "")) {
            case "absent" ->
                    Optional.of(
                            OperationScript.of("remove-user.sh").with("name", account).script());
            case "there" ->
                    Optional.of(
                            script(
                                            before.getOrDefault("uid", ""),
                                            before.getOrDefault("group", ""),
                                            List.of(),
                                            before.getOrDefault("home", ""),
                                            before.getOrDefault("shell", ""),
                                            before.getOrDefault("comment", ""))
                                    .with("leave_groups", before.getOrDefault("joined", "").strip())
                                    .script());
            default -> Optional.empty();
        };
    }

    private OperationScript script(
            String number,
            String primary,
            List<String> others,
            String folder,
            String login,
            String about) {
        return OperationScript.of("ensure-user.sh")
                .with("name", account)
                .with("uid", number)
                .with("primary_group", primary)
                .with("groups", String.join(" ", others))
                .with("home", folder)
                .with("login_shell", login)
                .with("comment", about)
                .with("system", system)
                .with("make_home", makeHome);
    }
}
