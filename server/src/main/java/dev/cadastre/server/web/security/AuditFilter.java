package dev.cadastre.server.web.security;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Caller;
import dev.cadastre.server.web.api.request.ApiPath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Puts every request that could change something, and every refusal, on the audit list, so that no
 * controller can forget it. Neither bodies nor queries are noted: they may hold secrets.
 */
final class AuditFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(AuditFilter.class);
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** What is sent again and again by whoever was let do so once. */
    private static final Set<Object> STREAMS =
            Set.of(ApiPath.BASE + "/reports", ApiPath.BASE + "/runs/{id}/local-tasks/{ask}/output");

    private final Access access;
    private final VisitorQuota visitors;

    AuditFilter(Access access, VisitorQuota visitors) {
        this.access = access;
        this.visitors = visitors;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            if (isWorthNoting(request, status)) {
                note(request, status);
            }
        }
    }

    private boolean isWorthNoting(HttpServletRequest request, int status) {
        boolean refused =
                status == HttpServletResponse.SC_FORBIDDEN
                        || (status == HttpServletResponse.SC_UNAUTHORIZED
                                && Credentials.presentsToken(request));
        boolean deed = !READING.contains(request.getMethod()) && !isKeptElsewhere(request, status);
        return (refused || deed) && (isSignedIn() || visitors.admit(request.getRemoteAddr()));
    }

    /**
     * The register itself tells which host reported when, and the timeline what that changed; a run
     * who did its task, and what that printed.
     */
    private static boolean isKeptElsewhere(HttpServletRequest request, int status) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return status == HttpServletResponse.SC_OK && pattern != null && STREAMS.contains(pattern);
    }

    private boolean isSignedIn() {
        return access.caller().address() != null;
    }

    /** The answer has been given, and cannot be taken back for want of its note. */
    private void note(HttpServletRequest request, int status) {
        try {
            audit(request, status);
        } catch (DataAccessException | TransactionException failure) {
            log.error(
                    "The audit list misses {} {}, answered with {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    status,
                    failure);
        }
    }

    private void audit(HttpServletRequest request, int status) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String action = request.getMethod() + " " + (pattern == null ? "(no route)" : pattern);
        Caller caller = access.caller();
        access.audit(
                new Caller(caller.actor(), request.getRemoteAddr(), caller.session()),
                action,
                request.getRequestURI(),
                null,
                Integer.toString(status));
    }
}
