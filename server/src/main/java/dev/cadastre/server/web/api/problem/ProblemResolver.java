package dev.cadastre.server.web.api.problem;

import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.RequestIdentity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns whatever a request to the API fails with into a problem. It is not an advice of
 * controllers, because an unknown address has no controller.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemResolver implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);
    private static final ModelAndView HANDLED = new ModelAndView();

    private final ProblemWriter writer;
    private final ObjectProvider<FailureExplainer> explainers;

    ProblemResolver(ProblemWriter writer, ObjectProvider<FailureExplainer> explainers) {
        this.writer = writer;
        this.explainers = explainers;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception failure) {
        if (!ApiPath.covers(request)) {
            return null;
        }
        if (failure instanceof AsyncRequestNotUsableException) {
            LOG.debug("{} went away before it was answered", request.getRequestURI());
            return HANDLED;
        }
        answer(request, response, failure);
        return HANDLED;
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, Exception failure) {
        ProblemException problem = explain(request, failure);
        log(problem, request, failure);
        if (failure instanceof HttpRequestMethodNotSupportedException wrong
                && wrong.getSupportedMethods() != null) {
            response.setHeader("Allow", String.join(", ", wrong.getSupportedMethods()));
        }
        try {
            writer.write(problem, request, response);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot send a problem", e);
        }
    }

    private ProblemException explain(HttpServletRequest request, Exception failure) {
        return explainers.stream()
                .map(explainer -> explainer.explain(failure))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElseGet(() ->
                        Explanation.of(
                                failure, new RequestLine(request), RequestIdentity.of(request)));
    }

    private static void log(
            ProblemException problem, HttpServletRequest request, Exception failure) {
        if (problem.kind() == ProblemKind.FAILED) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        } else if (problem.kind().status() >= 500) {
            LOG.warn(
                    "{} {} could not be answered: {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    String.valueOf(failure.getMessage()));
        }
    }
}
