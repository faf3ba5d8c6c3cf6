package dev.cadastre.change.host;

import dev.cadastre.change.run.Lock;
import dev.cadastre.change.text.ShellWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bundle's directory on a host. All of it comes from the host, and may say anything; the name is
 * one that bundles can have.
 *
 * @param name of the bundle
 * @param directory where it is, as the host calls it
 * @param lock who has it; null if that cannot be read
 * @param atWork the numbers of the scripts that are at work there now
 */
public record HeldBundle(String name, String directory, @Nullable Lock lock, List<Integer> atWork) {

    /** Copies what can be changed. */
    public HeldBundle {
        atWork = List.copyOf(atWork);
    }

    /** What a person types there to break the lock; the directory is kept beside it. */
    public String breaking() {
        return "mv ~/.cadastre/bundles/%s ~/%s.left".formatted(name, name);
    }

    /**
     * The line that shows the directory in a new folder of the machine where it is typed.
     *
     * @param user to sign in as; null for the usual one
     * @param address of the host
     * @param port of its SSH server
     * @param jumps what it is reached through, as {@code ssh -J} takes it; empty for nothing
     */
    public static String sshfs(
            String name, @Nullable String user, String address, int port, String jumps) {
        String host = address.contains(":") ? "[" + address + "]" : address;
        String from = (user == null ? "" : user + "@") + host + ":.cadastre/bundles/" + name;
        return "mkdir %s && sshfs -p %d%s %s %s"
                .formatted(
                        name,
                        port,
                        jumps.isEmpty() ? "" : " -o " + ShellWords.quoted("ProxyJump=" + jumps),
                        ShellWords.quoted(from),
                        name);
    }
}
