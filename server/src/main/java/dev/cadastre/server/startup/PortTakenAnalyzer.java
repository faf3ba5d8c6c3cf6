package dev.cadastre.server.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;

/** Says who has the port that the server should listen on. */
final class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
        int port = cause.getPort();
        String holder =
                PortHolder.find(port)
                        .map(PortHolder::toString)
                        .orElse("a process that this user may not see");
        return new FailureAnalysis(
                "Port %d is taken by %s".formatted(port, holder),
                "Stop that process, or choose another port with --port or `port` in [server].",
                cause);
    }
}
