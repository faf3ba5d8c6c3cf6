package dev.cadastre.server.web.api.problem;

import dev.cadastre.server.web.api.request.ApiPath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers with a problem where a filter fails, before any controller is reached: a token, for one,
 * cannot be looked up while the database is away. It stands outside of all other filters but the
 * one that names the request. An answer that has begun is broken off instead.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ProblemFilter extends OncePerRequestFilter {

    private final ProblemWriter writer;
    private final Problems problems;

    ProblemFilter(ProblemWriter writer, Problems problems) {
        this.writer = writer;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException failure) {
            if (response.isCommitted()) {
                throw failure;
            }
            ProblemException problem = problems.explain(request, failure);
            if (ApiPath.covers(request)) {
                writer.write(problem, request, response);
            } else {
                writeText(problem, response);
            }
        }
    }

    /** A page's frame shows who is signed in, which may be what could not be found out. */
    private static void writeText(ProblemException problem, HttpServletResponse response)
            throws IOException {
        response.resetBuffer();
        response.setStatus(problem.kind().status());
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        var told = problem.problem(null);
        response.getWriter().println(told.detail());
        if (told.remedy() != null) {
            response.getWriter().println(told.remedy());
        }
    }
}
