package dev.cadastre.server.topology.recognition;

import dev.cadastre.ini.Quoted;
import dev.cadastre.server.estate.Port;
import dev.cadastre.server.estate.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for a program being a product.
 *
 * @param product the product
 * @param process the process' name if the product has that name; null if not
 * @param account the account if the product has it; null if not
 * @param port a port that the product has; null if there is none
 * @param daemon an active unit that runs the product; null if there is none
 * @param installed the name of an installed package that the product comes in; null if none is
 * @param foreign an account that the product should not run as; null if there is none
 */
record Evidence(
        Product product,
        @Nullable String process,
        @Nullable String account,
        @Nullable Port port,
        @Nullable String daemon,
        @Nullable String installed,
        @Nullable String foreign) {

    private static final int ACCOUNT = 8;
    private static final int PORT = 4;
    private static final int DAEMON = 2;
    private static final int PACKAGE = 1;

    /** An account outweighs all else together, and so on: what others can share counts less. */
    int weight() {
        return (account == null ? 0 : ACCOUNT)
                + (port == null ? 0 : PORT)
                + (daemon == null ? 0 : DAEMON)
                + (installed == null ? 0 : PACKAGE);
    }

    boolean isOnHost() {
        return daemon != null || installed != null;
    }

    /** All that speaks for it, as a list within a sentence. */
    String words() {
        List<String> words = new ArrayList<>();
        Stream.of(
                        named("process", process),
                        named("account", account),
                        port == null ? "" : "port " + port,
                        named("daemon", daemon),
                        named("package", installed))
                .filter(word -> !word.isEmpty())
                .forEach(words::add);
        if (words.size() < 2) {
            return String.join("", words);
        }
        String last = words.removeLast();
        return String.join(", ", words) + " and " + last;
    }

    private static String named(String what, @Nullable String name) {
        return name == null ? "" : what + " " + Quoted.of(name);
    }
}
