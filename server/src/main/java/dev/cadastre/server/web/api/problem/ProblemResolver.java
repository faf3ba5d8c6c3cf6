package dev.cadastre.server.web.api.problem;

import dev.cadastre.server.web.api.request.ApiPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns whatever a request to the API fails with into a problem. It is not an advice of
 * controllers, because an unknown address has no controller. What fails after a part of the answer
 * was sent is left to the container, which breaks the connection off: the part must not look whole.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemResolver implements HandlerExceptionResolver {

    private static final Logger log = LoggerFactory.getLogger(ProblemResolver.class);
    private static final ModelAndView HANDLED = new ModelAndView();

    private final ProblemWriter writer;
    private final Problems problems;

    ProblemResolver(ProblemWriter writer, Problems problems) {
        this.writer = writer;
        this.problems = problems;
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
            log.debug("{} went away before it was answered", request.getRequestURI());
            return HANDLED;
        }
        if (response.isCommitted()) {
            return null;
        }
        answer(request, response, failure);
        return HANDLED;
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, Exception failure) {
        ProblemException problem = problems.explain(request, failure);
        if (failure instanceof HttpRequestMethodNotSupportedException wrong
                && wrong.getSupportedMethods() != null) {
            response.setHeader("Allow", Explanation.methods(wrong.getSupportedMethods()));
        }
        try {
            writer.write(problem, request, response);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot send a problem", e);
        }
    }
}
