package dev.cadastre.server.web.api.request;

import dev.cadastre.server.change.archive.Archives;
import dev.cadastre.server.parcels.repository.Parcels;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Refuses bodies beyond what an address takes, by their announced and by their true length. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BodyLimit extends OncePerRequestFilter {

    static final long REPORT_BYTES = 32L << 20;
    static final long ADVISORY_BYTES = 1L << 30;
    static final long IMPORT_BYTES = 1L << 29;
    static final long SBOM_BYTES = 16L << 20;
    static final long CHANGE_BYTES = Archives.MOST_BYTES;
    static final long PARCEL_BYTES = Parcels.MOST_BYTES;
    static final long BUNDLE_BYTES = 80L << 20;
    static final long ALERT_BYTES = 8L << 20;

    /** The file, and the tests of its monitors, each of which is escaped. */
    static final long ESTATE_BYTES = 16L << 20;

    static final long OTHER_BYTES = 1L << 20;

    private static final Map<String, Long> LARGE =
            Map.ofEntries(
                    Map.entry(ApiPath.BASE + "/reports", REPORT_BYTES),
                    Map.entry(ApiPath.BASE + "/support/facts", REPORT_BYTES),
                    Map.entry(ApiPath.BASE + "/advisories", ADVISORY_BYTES),
                    Map.entry(ApiPath.BASE + "/imports/ansible", IMPORT_BYTES),
                    Map.entry(ApiPath.BASE + "/assets/import", REPORT_BYTES),
                    Map.entry(ApiPath.BASE + "/map/import", REPORT_BYTES),
                    Map.entry(ApiPath.BASE + "/monitors/results", REPORT_BYTES),
                    Map.entry(ApiPath.BASE + "/parcels", PARCEL_BYTES),
                    Map.entry(ApiPath.BASE + "/relations", REPORT_BYTES),
                    Map.entry(ApiPath.BASE + "/estate/check", ESTATE_BYTES),
                    Map.entry(ApiPath.BASE + "/estate/plan", ESTATE_BYTES),
                    Map.entry(AlertmanagerPath.BASE + "/alerts", ALERT_BYTES));

    private static final Pattern SBOMS =
            Pattern.compile(ApiPath.BASE + "/hosts/[^/]+/sboms(/[^/]+)?");

    private static final Pattern BUNDLES =
            Pattern.compile(ApiPath.BASE + "/hosts/[^/]+/bundles/[^/]+");

    private static final Pattern JOURNALS = Pattern.compile(ApiPath.BASE + "/uploaded-runs/[^/]+");

    private static final Pattern CHANGES = Pattern.compile(ApiPath.BASE + "/change-archives/[^/]+");

    /** What a job tells of a file that was there before, and of what it printed. */
    private static final Pattern LOCAL_TASKS =
            Pattern.compile(ApiPath.BASE + "/runs/[^/]+/local-tasks/[^/]+/result");

    private final HandlerExceptionResolver problems;

    BodyLimit(@Qualifier("problemResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = limit(request.getRequestURI());
        if (request.getContentLengthLong() <= limit) {
            chain.doFilter(new Limited(request, limit), response);
        } else if (problems.resolveException(
                        request, response, null, new BodyTooLargeException(limit))
                == null) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
    }

    private static long limit(String path) {
        if (CHANGES.matcher(path).matches()) {
            return CHANGE_BYTES;
        }
        if (JOURNALS.matcher(path).matches()) {
            return REPORT_BYTES;
        }
        if (BUNDLES.matcher(path).matches()) {
            return BUNDLE_BYTES;
        }
        return SBOMS.matcher(path).matches() || LOCAL_TASKS.matcher(path).matches()
                ? SBOM_BYTES
                : LARGE.getOrDefault(path, OTHER_BYTES);
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long limit;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedInput(super.getInputStream(), limit);
        }
    }
}
