package dev.cadastre.server.web.api.problem;

import dev.cadastre.server.web.api.request.RequestIdentity;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Says what a failure means for who asked, and logs what the server itself is to blame for. */
@Component
public class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final ObjectProvider<FailureExplainer> explainers;

    Problems(ObjectProvider<FailureExplainer> explainers) {
        this.explainers = explainers;
    }

    /** The problem that {@code failure} of this request is. */
    public ProblemException explain(HttpServletRequest request, Exception failure) {
        ProblemException problem =
                explainers.stream()
                        .map(explainer -> explainer.explain(failure))
                        .flatMap(Stream::ofNullable)
                        .findFirst()
                        .orElseGet(() ->
                                Explanation.of(
                                        failure,
                                        new RequestLine(request),
                                        RequestIdentity.of(request)));
        log(problem, request, failure);
        return problem;
    }

    private static void log(
            ProblemException problem, HttpServletRequest request, Exception failure) {
        if (problem.kind() == ProblemKind.FAILED) {
            log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        } else if (problem.kind().status() >= 500) {
            log.warn(
                    "{} {} could not be answered: {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    String.valueOf(failure.getMessage()));
        }
    }
}
