package dev.cadastre.server.alerting.channel;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Why sending failed, for people. */
final class Reason {

    private static final int LONGEST = 300;
    private static final int DEEPEST = 10;

    private Reason() {}

    /** What another side said, made fit for one line. */
    static String line(String text) {
        String clean = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]+", " ").strip();
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
    }

    /** A failure of the network, as a phrase that follows the name of the other side. */
    static String of(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; depth < DEEPEST; depth++) {
            Optional<String> known = known(root);
            if (known.isPresent()) {
                return known.get();
            }
            if (root.getCause() == null) {
                break;
            }
            root = root.getCause();
        }
        return said(root);
    }

    private static Optional<String> known(Throwable failure) {
        return switch (failure) {
            case UnknownHostException _ -> Optional.of("its name is not known");
            case ConnectException _ -> Optional.of("it cannot be connected to: " + said(failure));
            case SocketTimeoutException _ -> Optional.of("it does not answer in time");
            case SSLException _ ->
                    Optional.of("its certificate or its TLS is not accepted: " + said(failure));
            default -> Optional.empty();
        };
    }

    private static String said(Throwable failure) {
        return line(Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
    }
}
