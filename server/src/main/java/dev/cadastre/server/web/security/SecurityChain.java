package dev.cadastre.server.web.security;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.web.api.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The one chain of filters before every route. What it does not open is closed. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ListenProperties.class)
class SecurityChain {

    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data:; base-uri 'none'; object-src 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain routes(
            HttpSecurity http,
            ListenProperties properties,
            Credentials credentials,
            Refusals refusals,
            ProblemWriter problems,
            Access access,
            VisitorQuota visitors)
            throws Exception {
        var contexts = new RequestAttributeSecurityContextRepository();
        var names = new HostNames(properties.listen(), properties.hosts());
        return http.securityContext(context -> context.securityContextRepository(contexts))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .anonymous(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(csrf -> forms(csrf, properties.tls() != null))
                .headers(SecurityChain::headers)
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterAfter(new HostHeaderFilter(names, problems), HeaderWriterFilter.class)
                .addFilterBefore(new AuditFilter(access, visitors), CsrfFilter.class)
                .addFilterBefore(new CredentialsFilter(credentials, contexts), CsrfFilter.class)
                .authorizeHttpRequests(routes ->
                        routes.dispatcherTypeMatchers(DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(OpenRoutes::include)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .build();
    }

    /** A token is never sent by a browser on its own, so that requests with one need no form. */
    private static void forms(CsrfConfigurer<HttpSecurity> csrf, boolean encrypted) {
        var cookie = new CookieCsrfTokenRepository();
        cookie.setCookieName(SessionCookie.name("cadastre-form", encrypted));
        cookie.setHeaderName("X-CSRF-TOKEN");
        cookie.setCookieCustomizer(
                settings -> settings.httpOnly(true).secure(encrypted).sameSite("Lax").path("/"));
        csrf.csrfTokenRepository(cookie).ignoringRequestMatchers(Credentials::presentsToken);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), geolocation=(), microphone=()"));
    }
}
