package dev.cadastre.server.web.security;

import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away requests that address the server by a name which is not its own. */
final class HostHeaderFilter extends OncePerRequestFilter {

    private final HostNames names;
    private final ProblemWriter problems;

    HostHeaderFilter(HostNames names, ProblemWriter problems) {
        this.names = names;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (names.include(request.getHeader("Host"))) {
            chain.doFilter(request, response);
        } else {
            problems.write(foreign(), request, response);
        }
    }

    private static ProblemException foreign() {
        return new ProblemException(
                ProblemKind.NAME_FOREIGN,
                "The request addresses the server by a name that is not its own.",
                "Use the address in the file server.url, or start the server with that name in"
                        + " cadastre.hosts.");
    }
}
