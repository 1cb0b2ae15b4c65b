# Reference numbers beyond stats-vectors.json, in its format: random cases of every kind, with unequal groups,
# ties, missing values, few values, empty cells and large common parts. What R offers as a function is called;
# the rest is written out from its definition. Where R itself has too few digits the cases avoid it:
# docs/numerics.md tells where, and who is right.
#
# Rscript more-vectors.R > more-vectors.json   (Debian: r-cran-survival, -mass, -car, -psych, -exactranktests,
# -e1071, -lavaan, -nortest)

suppressPackageStartupMessages({
    library(survival)
    library(MASS)
    library(exactRankTests)
    library(e1071)
    library(nortest)
})
options(digits = 17, warn = -1)

# Helpers ----------------------------------------------------------------

ok <- function (x) 
x[!is.na(x)]

both <- function (x, y) 
{
    k <- !is.na(x) & !is.na(y)
    list(x = x[k], y = y[k])
}

log10t <- function (t, df) 
(pt(-abs(t), df, log.p = TRUE) + log(2))/log(10)

log10z <- function (z) 
min(0, (pnorm(-abs(z), log.p = TRUE) + log(2))/log(10))

hedgesJ <- function (df) 
if (df <= 1) 0 else exp(lgamma(df/2) - lgamma((df - 1)/2))/sqrt(df/2)

ncp <- function (t, df, conf = 0.95) 
{
    a <- (1 - conf)/2
    if (!is.finite(t) || abs(t) > 30) 
        return(c(NA, NA))
    r <- 12 + abs(t) * (1 + 12/sqrt(2 * df))
    f <- function(p, lower) tryCatch(uniroot(function(n) pt(t, df, n, lower.tail = lower) - a, c(max(-37.6, 
        t - r), min(37.6, t + r)), tol = 1e-14)$root, error = function(e) NA)
    c(f(NA, FALSE), f(NA, TRUE))
}

tpart <- function (h, t = h$statistic[[1]], df = h$parameter[[1]]) 
list(t = t, df = df, p = h$p.value, ci = as.numeric(h$conf.int), stderr = h$stderr, log10_p = log10t(t, 
    df))

fisher22 <- function (x, conf) 
{
    m <- sum(x[, 1])
    n <- sum(x[, 2])
    k <- sum(x[1, ])
    a <- x[1, 1]
    lo <- max(0, k - n)
    hi <- min(k, m)
    s <- lo:hi
    ld <- dhyper(s, m, n, k, log = TRUE)
    dn <- function(nc) {
        d <- ld + log(nc) * s
        d <- exp(d - max(d))
        d/sum(d)
    }
    mn <- function(nc) sum(s * dn(nc))
    pl <- function(nc) sum(dn(nc)[s <= a])
    pu <- function(nc) sum(dn(nc)[s >= a])
    sol <- function(f) exp(uniroot(f, c(-60, 60), tol = 1e-15)$root)
    d <- dn(1)
    al <- (1 - conf)/2
    list(p_two_sided = min(1, sum(d[d <= d[s == a] * (1 + 1e-07)])), p_less = phyper(a, m, n, k), p_greater = phyper(a - 
        1, m, n, k, lower.tail = FALSE), conditional_mle_or = if (lo == hi) NA else if (a == lo) 0 else if (a == 
        hi) NA else sol(function(l) mn(exp(l)) - a), or_ci = c(if (a == lo) 0 else sol(function(l) pu(exp(l)) - 
        al), if (a == hi) NA else sol(function(l) pl(exp(l)) - al)))
}

levene2 <- function (g) 
{
    n <- lengths(g)
    f <- factor(rep(seq_along(g), n))
    one <- function(fun) {
        d <- unlist(lapply(g, function(v) abs(v - fun(v))))
        a <- tryCatch(anova(lm(d ~ f)), error = function(e) NULL)
        if (is.null(a) || sum(n) == length(g) || a[2, 2] <= 1e-24 * sum(d^2) || sum(d) == 0) 
            return(list(F = NA))
        list(F = a[1, 4], df1 = a[1, 1], df2 = a[2, 1], p = a[1, 5])
    }
    list(mean = one(mean), median_brown_forsythe = one(median))
}

tcor <- function (r, df) 
{
    t <- r * sqrt(df/(1 - r^2))
    list(r = r, t = t, df = df, p = 2 * pt(-abs(t), df))
}

omega3 <- function (x) 
{
    d <- as.data.frame(x)
    names(d) <- paste0("i", seq_len(ncol(x)))
    f <- tryCatch(suppressWarnings(lavaan::cfa(paste("f =~", paste(names(d), collapse = "+")), d, std.lv = TRUE)), 
        error = function(e) NULL)
    if (is.null(f) || !lavaan::lavInspect(f, "converged")) 
        return(list(NA, NA, NA))
    e <- lavaan::lavInspect(f, "est")
    l <- as.numeric(e$lambda)
    t <- diag(e$theta)
    if (any(t <= 0)) 
        return(list(NA, NA, NA))
    if (sum(l) < 0) 
        l <- -l
    s <- lavaan::lavInspect(f, "std")
    ls <- as.numeric(s$lambda)
    ts <- diag(s$theta)
    list(sum(l)^2/(sum(l)^2 + sum(t)), I(l), sum(ls)^2/(sum(ls)^2 + sum(ts)))
}

# What R says: one function a test, of its input and the level of confidence -----------

O <- list()
O$descriptives <- function (i, conf) 
{
    all <- i$x
    x <- ok(all)
    n <- length(x)
    if (n == 0) 
        return(list(error = "no values"))
    q <- function(type) as.list(setNames(quantile(x, c(0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95), type = type, 
        names = FALSE), paste0("p", c(5, 10, 25, 50, 75, 90, 95))))
    s <- sd(x)
    tab <- table(x)
    v <- n >= 3 && s > 0
    sk <- function(t) if (v) 
        skewness(x, type = t)
    else NA
    ku <- function(t) if (n >= 4 && s > 0) 
        kurtosis(x, type = t)
    else NA
    ses <- if (n > 2) 
        sqrt(6 * n * (n - 1)/((n - 2) * (n + 1) * (n + 3)))
    else NA
    list(n = n, missing = length(all) - n, sum = sum(x), mean = mean(x), median = median(x), sd = s, 
        var = var(x), sd_population = s * sqrt((n - 1)/n), se = s/sqrt(n), ci_mean = if (n > 1) I(mean(x) + 
            c(-1, 1) * qt((1 + conf)/2, n - 1) * s/sqrt(n)) else NA, min = min(x), max = max(x), range = max(x) - 
            min(x), quantile_type7 = q(7), quantile_type6_spss = q(6), quantile_type2_sas = q(2), iqr_type7 = IQR(x), 
        tukey_hinges = I(fivenum(x)), mad_raw = mad(x, constant = 1), mad_scaled = mad(x), trimmed_mean_20 = mean(x, 
            trim = 0.2), skewness = list(type1_g1 = sk(1), type2_G1_spss_excel = sk(2), type3_b1 = sk(3)), 
        kurtosis_excess = list(type1_g2 = ku(1), type2_G2_spss_excel = ku(2), type3_b2 = ku(3)), se_skewness = ses, 
        se_kurtosis = if (n > 3) 2 * ses * sqrt((n^2 - 1)/((n - 3) * (n + 5))) else NA, cv = if (is.na(s) || 
            mean(x) == 0) NA else s/mean(x), geometric_mean = if (all(x > 0)) exp(mean(log(x))) else NA, 
        modes = I(as.numeric(sort(unique(x))[tab == max(tab)])), distinct = length(unique(x)))
}

O$frequencies <- function (i, conf) 
{
    x <- i$x
    v <- ok(x)
    lev <- if (is.null(i$levels)) 
        sort(unique(v))
    else i$levels
    k <- as.numeric(table(factor(v, levels = lev)))
    list(levels = I(as.character(lev)), count = I(k), percent_of_all = I(100 * k/length(x)), percent_valid = I(100 * 
        k/length(v)), cumulative_valid = I(100 * cumsum(k)/length(v)), n_valid = length(v), n_missing = sum(is.na(x)), 
        n_total = length(x))
}

O$crosstab <- function (i, conf) 
{
    m <- i$table
    n <- sum(m)
    r <- rowSums(m)
    c <- colSums(m)
    R <- nrow(m)
    C <- ncol(m)
    z <- qnorm((1 + conf)/2)
    if (n == 0) 
        return(list(error = "empty"))
    e <- outer(r, c)/n
    pos <- m > 0
    G <- 2 * sum(m[pos] * log(m[pos]/e[pos]))
    df <- (R - 1) * (C - 1)
    chi <- if (any(e == 0)) 
        NA
    else sum((m - e)^2/e)
    fin <- function(x) {
        x[!is.finite(x)] <- NA
        x
    }
    P <- D <- 0
    for (a in seq_len(R)) for (b in seq_len(C)) {
        P <- P + m[a, b] * sum(m[seq_len(R) > a, seq_len(C) > b])
        D <- D + m[a, b] * sum(m[seq_len(R) > a, seq_len(C) < b])
    }
    tot <- n * (n - 1)/2
    Tx <- sum(r * (r - 1)/2)
    Ty <- sum(c * (c - 1)/2)
    sx <- rep(seq_len(R), r)
    sy <- unlist(lapply(seq_len(R), function(a) rep(seq_len(C), m[a, ])))
    vx <- sum(r * (seq_len(R) - sum(r * seq_len(R))/n)^2)
    vy <- sum(c * (seq_len(C) - sum(c * seq_len(C))/n)^2)
    cxy <- sum(m * outer(seq_len(R) - sum(r * seq_len(R))/n, seq_len(C) - sum(c * seq_len(C))/n))
    lbl <- if (vx > 0 && vy > 0) 
        (n - 1) * cxy^2/(vx * vy)
    else NA
    phi2 <- chi/n
    k <- min(R, C)
    p2 <- max(0, phi2 - (R - 1) * (C - 1)/(n - 1))
    rr <- R - (R - 1)^2/(n - 1)
    cc <- C - (C - 1)^2/(n - 1)
    out <- list(n = n, row_totals = I(r), col_totals = I(c), row_percent = fin(100 * m/r), col_percent = fin(100 * 
        t(t(m)/c)), total_percent = 100 * m/n, expected = e, pearson = list(chisq = chi, df = df, p = pchisq(chi, 
        df, lower.tail = FALSE), log10_p = pchisq(chi, df, lower.tail = FALSE, log.p = TRUE)/log(10)), 
        likelihood_ratio = list(G = G, df = df, p = pchisq(G, df, lower.tail = FALSE)), linear_by_linear = list(chisq = lbl, 
            df = 1, p = pchisq(lbl, 1, lower.tail = FALSE)), pearson_residual = fin((m - e)/sqrt(e)), 
        adjusted_residual = fin((m - e)/sqrt(e * outer(1 - r/n, 1 - c/n))), min_expected = min(e), cells_expected_lt5 = sum(e < 
            5), cramers_v = sqrt(chi/(n * (k - 1))), contingency_coefficient = sqrt(chi/(chi + n)), cramers_v_bias_corrected = if (is.na(chi)) NA else sqrt(p2/min(rr - 
            1, cc - 1)), goodman_kruskal_gamma = (P - D)/(P + D), kendall_tau_b = (P - D)/sqrt((tot - 
            Tx) * (tot - Ty)), stuart_tau_c = 2 * k * (P - D)/(n^2 * (k - 1)), somers_d_col_given_row = (P - 
            D)/(tot - Tx))
    if (is.na(chi)) 
        out$somers_d_col_given_row <- NA
    if (R == 2 && C == 2) {
        cr <- m[1, 1] * m[2, 2] - m[1, 2] * m[2, 1]
        mar <- prod(r, c)
        y <- if (mar > 0) 
            n * (abs(cr) - min(n/2, abs(cr)))^2/mar
        else NA
        o <- m[1, 1] * m[2, 2]/(m[1, 2] * m[2, 1])
        so <- sqrt(sum(1/m))
        q <- (m[1, 1]/r[1])/(m[2, 1]/r[2])
        sq <- sqrt(1/m[1, 1] - 1/r[1] + 1/m[2, 1] - 1/r[2])
        out$yates <- list(chisq = y, df = 1, p = pchisq(y, 1, lower.tail = FALSE))
        out$phi_signed <- if (mar > 0) 
            cr/sqrt(mar)
        else NA
        b <- function(a, s) if (is.finite(a) && a == 0) 
            list(0, 0, NA)
        else list(fin(a), fin(a * exp(-z * s)), fin(a * exp(z * s)))
        out$odds_ratio_wald <- setNames(b(o, so), c("or", "lo", "hi"))
        out$risk_ratio_col1 <- setNames(b(q, sq), c("rr", "lo", "hi"))
        out$fisher <- fisher22(m, conf)
    }
    else if (min(R, C) > 1 && n <= 120 && all(r > 0) && all(c > 0)) {
        f <- tryCatch(fisher.test(m, workspace = 2e+07)$p.value, error = function(e) NA)
        out$fisher <- list(p_two_sided = f)
    }
    out
}

O$chisq_gof <- function (i, conf) 
{
    k <- i$counts
    p <- if (is.null(i$p)) 
        rep(1/length(k), length(k))
    else i$p
    if (sum(k) == 0 || length(k) < 2 || any(p == 0)) 
        return(list(error = "no"))
    h <- chisq.test(k, p = p)
    list(chisq = h$statistic[[1]], df = h$parameter[[1]], p = h$p.value, expected = I(as.numeric(h$expected)))
}

O$mantel_haenszel <- function (i, conf) 
{
    a <- simplify2array(i$strata)
    g <- tryCatch(mantelhaen.test(a, conf.level = conf), error = function(e) NULL)
    if (is.null(g) || is.nan(g$statistic)) 
        return(list(error = "no"))
    h <- mantelhaen.test(a, correct = FALSE)
    fi <- function(x) {
        x[!is.finite(x)] <- NA
        x
    }
    list(corrected = list(chisq = g$statistic[[1]], p = g$p.value), uncorrected = list(chisq = h$statistic[[1]], 
        p = h$p.value), common_or = fi(g$estimate[[1]]), ci = fi(as.numeric(g$conf.int)))
}

O$cochran_armitage_trend <- function (i, conf) 
{
    s <- if (is.null(i$scores)) 
        seq_along(i$events)
    else i$scores
    if (sum(i$events) == 0 || sum(i$events) == sum(i$totals)) 
        return(list(error = "none"))
    N <- sum(i$totals)
    E <- sum(i$events)
    cb <- sum(i$totals * s)/N
    sp <- sum(i$totals * (s - cb)^2)
    if (!(sp > 0)) 
        return(list(error = "scores"))
    chi <- if (all(i$totals > 0)) 
        prop.trend.test(i$events, i$totals, s)$statistic[[1]]
    else sum((i$events - i$totals * E/N) * (s - cb))^2/(E/N * (1 - E/N) * sp)
    list(chisq = chi, df = 1, p = pchisq(chi, 1, lower.tail = FALSE))
}

O$mcnemar <- function (i, conf) 
{
    t <- i$table
    b <- t[1, 2]
    c <- t[2, 1]
    n <- sum(t)
    if (n == 0) 
        return(list(error = "empty"))
    d <- b + c
    ci <- if (d > 0) 
        binom.test(b, d, conf.level = conf)$conf.int
    else c(0, 1)
    x <- if (d > 0) 
        (b - c)^2/d
    else NA
    y <- if (d > 0) 
        (if (b == c) 
            0
        else (abs(b - c) - 1)^2/d)
    else NA
    pe <- if (d > 0) 
        binom.test(b, d)$p.value
    else 1
    list(chisq_no_cc = x, p_no_cc = pchisq(x, 1, lower.tail = FALSE), chisq_cc_edwards = y, p_cc = pchisq(y, 
        1, lower.tail = FALSE), df = 1, p_exact_binomial = pe, p_mid = if (d > 0) min(1, 2 * pbinom(min(b, 
        c), d, 0.5) - dbinom(min(b, c), d, 0.5)) else NA, odds_ratio_b_over_c = if (c == 0) NA else b/c, 
        or_ci_exact = c(ci[1]/(1 - ci[1]), if (ci[2] == 1) NA else ci[2]/(1 - ci[2])), prop_diff = (b - 
            c)/n, cohens_g = if (d > 0) max(b, c)/d - 0.5 else NA)
}

O$stuart_maxwell_bowker <- function (i, conf) 
{
    t <- i$table
    k <- nrow(t)
    up <- upper.tri(t)
    s <- (t + t(t))[up]
    d <- (t - t(t))[up]
    B <- sum((d^2/s)[s > 0])
    np <- sum(s > 0)
    o <- t
    diag(o) <- 0
    keep <- rowSums(o) + colSums(o) > 0
    u <- t[keep, keep, drop = FALSE]
    if (sum(o) == 0) {
        chi <- NA
        df <- NA
    }
    else {
        dd <- (rowSums(u) - colSums(u))[-1]
        V <- -(u + t(u))
        diag(V) <- rowSums(u) + colSums(u) - 2 * diag(u)
        V <- V[-1, -1, drop = FALSE]
        chi <- tryCatch(c(dd %*% solve(V, dd)), error = function(e) NA)
        df <- nrow(u) - 1
    }
    pc <- function(x, d) if (is.na(d) || d == 0) 
        NA
    else pchisq(x, d, lower.tail = FALSE)
    list(stuart_maxwell = list(chisq = chi, df = df, p = pc(chi, df)), bowker = list(chisq = if (np) B else NA, 
        df_all_pairs = k * (k - 1)/2, p_df_all_pairs = if (np) pc(B, k * (k - 1)/2) else NA, df_nonempty_pairs = if (np) np else NA, 
        p_df_nonempty_pairs = pc(B, np)))
}

O$proportion_ci <- function (i, conf) 
{
    x <- i$x
    n <- i$n
    if (n == 0) 
        return(list(error = "0 of 0"))
    p <- x/n
    z <- qnorm((1 + conf)/2)
    a <- (1 - conf)/2
    nt <- n + z^2
    pt <- (x + z^2/2)/nt
    b <- binom.test(x, n, conf.level = conf)$conf.int
    w <- prop.test(x, n, correct = FALSE, conf.level = conf)$conf.int
    lo <- if (x == 0) 
        0
    else max(0, (2 * x + z^2 - 1 - z * sqrt(z^2 - 2 - 1/n + 4 * p * (n * (1 - p) + 1)))/(2 * nt))
    hi <- if (x == n) 
        1
    else min(1, (2 * x + z^2 + 1 + z * sqrt(z^2 + 2 - 1/n + 4 * p * (n * (1 - p) - 1)))/(2 * nt))
    list(p = p, wilson = as.numeric(w), wilson_cc = c(lo, hi), clopper_pearson = as.numeric(b), agresti_coull_unclipped = pt + 
        c(-1, 1) * z * sqrt(pt * (1 - pt)/nt), jeffreys = c(if (x == 0) 0 else qbeta(a, x + 0.5, n - 
        x + 0.5), if (x == n) 1 else qbeta(1 - a, x + 0.5, n - x + 0.5)), wald_unclipped = p + c(-1, 
        1) * z * sqrt(p * (1 - p)/n))
}

O$binomial_test <- function (i, conf) 
{
    if (i$n == 0) 
        return(list(error = "none"))
    h <- function(a) binom.test(i$x, i$n, i$p0, a)$p.value
    list(p_two_sided = h("two.sided"), p_less = h("less"), p_greater = h("greater"))
}

O$two_proportions <- function (i, conf) 
{
    x <- i$x
    n <- i$n
    if (any(n == 0)) 
        return(list(error = "empty"))
    p <- x/n
    z <- qnorm((1 + conf)/2)
    d <- p[1] - p[2]
    w <- function(k) prop.test(x[k], n[k], correct = FALSE, conf.level = conf)$conf.int
    a <- w(1)
    b <- w(2)
    h <- prop.test(x, n, correct = FALSE)
    y <- prop.test(x, n)
    se <- sqrt(sum(p * (1 - p)/n))
    f <- function(v) if (is.finite(v)) 
        v
    else NA
    list(diff = d, newcombe_hybrid_score = c(d - sqrt((p[1] - a[1])^2 + (b[2] - p[2])^2), d + sqrt((a[2] - 
        p[1])^2 + (p[2] - b[1])^2)), wald = d + c(-1, 1) * z * se, chisq_no_cc = f(h$statistic[[1]]), 
        p_no_cc = f(h$p.value), p_yates = f(y$p.value), cohens_h = 2 * asin(sqrt(p[1])) - 2 * asin(sqrt(p[2])))
}

O$paired_proportions <- function (i, conf) 
{
    t <- i$table
    n <- sum(t)
    if (n == 0) 
        return(list(error = "empty"))
    b <- t[1, 2]
    c <- t[2, 1]
    d <- (b - c)/n
    s <- qnorm((1 + conf)/2) * sqrt(b + c - (b - c)^2/n)/n
    list(diff = d, wald_lo = d - s, wald_hi = d + s)
}

O$poisson_rate_ci <- function (i, conf) 
{
    h <- poisson.test(i$x, i$t, conf.level = conf)
    list(rate = i$x/i$t, lo = h$conf.int[1], hi = h$conf.int[2])
}

O$p_adjust <- function (i, conf) 
sapply(c("holm", "BH", "bonferroni", "hochberg", "hommel", "BY"), function(m) I(p.adjust(i$p, m)), simplify = FALSE)

O$multiple_response <- function (i, conf) 
{
    s <- lapply(i$sets, function(v) unique(unlist(v)))
    opt <- sort(unique(unlist(s)))
    k <- sapply(opt, function(o) sum(sapply(s, function(v) o %in% v)))
    an <- sum(sapply(s, length) > 0)
    list(options = I(opt), count = I(unname(k)), percent_of_responses = I(unname(100 * k/sum(k))), percent_of_cases_all = I(unname(100 * 
        k/length(s))), percent_of_cases_answering = I(unname(100 * k/an)))
}

O$t_one_sample <- function (i, conf) 
{
    x <- ok(i$x)
    n <- length(x)
    h <- tryCatch(t.test(x, mu = i$mu, conf.level = conf), error = function(e) NULL)
    if (is.null(h)) 
        return(list(error = "constant"))
    d <- (mean(x) - i$mu)/sd(x)
    t <- h$statistic[[1]]
    q <- ncp(t, n - 1, conf)/sqrt(n)
    j <- hedgesJ(n - 1)
    c(tpart(h), list(p_less = pt(t, n - 1), p_greater = pt(t, n - 1, lower.tail = FALSE), n = n, mean_diff = mean(x) - 
        i$mu, cohens_d = d, d_ci_noncentral_t = q, hedges_g_exactJ = j * d, g_ci_exactJ = j * q))
}

O$t_independent <- function (i, conf) 
{
    x <- ok(i$x)
    y <- ok(i$y)
    n <- c(length(x), length(y))
    s <- tryCatch(t.test(x, y, var.equal = TRUE, conf.level = conf), error = function(e) NULL)
    if (is.null(s) || is.nan(s$statistic)) 
        return(list(error = "constant"))
    w <- if (min(n) > 1) 
        tryCatch(tpart(t.test(x, y, conf.level = conf)), error = function(e) list(error = "w"))
    else list(error = "Welch needs n>=2 in each group")
    ss <- function(v) if (length(v) > 1) 
        var(v) * (length(v) - 1)
    else 0
    df <- sum(n) - 2
    sp <- sqrt((ss(x) + ss(y))/df)
    d <- (mean(x) - mean(y))/sp
    k <- sqrt(1/n[1] + 1/n[2])
    q <- ncp(s$statistic[[1]], df, conf) * k
    j <- hedgesJ(df)
    f <- function(v) if (is.finite(v)) 
        v
    else NA
    list(n = n, mean = c(mean(x), mean(y)), sd = c(sd(x), sd(y)), mean_diff = mean(x) - mean(y), student = tpart(s), 
        welch = w, student_p_less = pt(s$statistic[[1]], df), welch_p_greater = if (is.null(w$error)) pt(w$t, 
            w$df, lower.tail = FALSE) else NA, cohens_d_pooled = d, d_ci_noncentral_t = q, hedges_g_exactJ = j * 
            d, g_ci_exactJ = j * q, hedges_g_approxJ = d * (1 - 3/(4 * df - 1)), glass_delta_sd2 = if (is.na(sd(y)) || 
            sd(y) == 0) NA else (mean(x) - mean(y))/sd(y), d_average_variance = f((mean(x) - mean(y))/sqrt((var(x) + 
            var(y))/2)), var_test_F = if (min(n) > 1 && sd(y) > 0) {
            v <- var.test(x, y)
            list(F = v$statistic[[1]], p = v$p.value)
        } else NA)
}

O$t_paired <- function (i, conf) 
{
    b <- both(i$x, i$y)
    x <- b$x
    y <- b$y
    n <- length(x)
    if (n < 2) 
        return(list(error = "n"))
    d <- x - y
    s <- sd(d)
    h <- tryCatch(t.test(x, y, paired = TRUE, conf.level = conf), error = function(e) NULL)
    r <- if (sd(x) > 0 && sd(y) > 0) 
        cor(x, y)
    else NA
    dz <- mean(d)/s
    f <- function(v) if (is.finite(v)) 
        v
    else NA
    L <- list(n_pairs = n, mean_x = mean(x), mean_y = mean(y), mean_diff = mean(d), sd_diff = s, r = r)
    L <- c(L, if (is.null(h)) list(t = NA, df = n - 1, p = NA, ci = c(NA, NA), stderr = NA, log10_p = NA) else tpart(h))
    t <- L$t
    q <- if (is.na(t)) 
        c(NA, NA)
    else ncp(t, n - 1, conf)/sqrt(n)
    if (is.na(t)) 
        dz <- NA
    c(L, list(p_less = pt(t, n - 1), p_greater = pt(t, n - 1, lower.tail = FALSE), cohens_dz = dz, dz_ci_noncentral_t = q, 
        hedges_gz_exactJ = dz * hedgesJ(n - 1), hedges_gz_approxJ = dz * (1 - 3/(4 * (n - 1) - 1)), cohens_dav_mean_of_sds = f(mean(d)/((sd(x) + 
            sd(y))/2)), cohens_dav_root_mean_var = f(mean(d)/sqrt((var(x) + var(y))/2)), cohens_drm = if (is.na(r)) NA else dz * 
            sqrt(2 * (1 - r)), d_baseline_sd = f(mean(d)/sd(x))))
}

O$wilcoxon_signed_rank <- function (i, conf) 
{
    if (is.null(i$y)) {
        m <- if (is.null(i$mu)) 
            0
        else i$mu
        d <- ok(i$x) - m
    }
    else {
        b <- both(i$x, i$y)
        d <- b$x - b$y
    }
    d <- round(d, 10)
    u <- d[d != 0]
    n <- length(u)
    N <- length(d)
    if (N == 0) 
        return(list(error = "n"))
    r <- rank(abs(u))
    W <- sum(r[u > 0])
    tt <- table(abs(u))
    T <- sum(tt^3 - tt)
    tot <- n * (n + 1)/2
    sdv <- sqrt(n * (n + 1) * (2 * n + 1)/24 - T/48)
    z <- (W - tot/2)/sdv
    ties <- any(tt > 1)
    if (n == 0) 
        return(list(n_total = N, n_zero = N, n_used = 0))
    rp <- rank(abs(d))
    Wp <- sum(rp[d > 0])
    z0 <- N - n
    pr <- list(Wplus_pratt = Wp, z = (Wp - (N * (N + 1) - z0 * (z0 + 1))/4)/sqrt((N * (N + 1) * (2 * 
        N + 1) - z0 * (z0 + 1) * (2 * z0 + 1))/24 - T/48))
    pr$p <- 2 * pnorm(-abs(pr$z))
    g <- function(alt) wilcox.test(u, exact = FALSE, correct = TRUE, alternative = alt)$p.value
    wa <- outer(u, u, "+")/2
    wa <- wa[lower.tri(wa, TRUE)]
    he <- if (!ties && z0 == 0 && n > 1 && n < 50) {
        h <- wilcox.test(d, exact = TRUE, conf.int = TRUE, conf.level = conf)
        list(estimate = h$estimate[[1]], ci = as.numeric(h$conf.int), achieved_conf = attr(h$conf.int, 
            "conf.level"))
    }
    else NA
    ca <- tryCatch({
        h <- wilcox.test(u, exact = FALSE, conf.int = TRUE, conf.level = conf, tol.root = 1e-13, digits.rank = 10)
        if (attr(h$conf.int, "conf.level") != conf) 
            c(NA, NA)
        else as.numeric(h$conf.int)
    }, error = function(e) c(NA, NA))
    list(n_total = N, n_zero = z0, n_used = n, ties = ties, W_plus = W, W_minus = tot - W, T_min = min(W, 
        tot - W), z_no_cc = z, p_asymptotic_no_cc = 2 * pnorm(-abs(z)), p_asymptotic_cc = g("two.sided"), 
        p_exact = if (n <= 60) wilcox.exact(u, exact = TRUE)$p.value else NA, p_less_cc = g("less"), 
        p_greater_cc = g("greater"), pratt_asymptotic = pr, rank_biserial_matched = (2 * W - tot)/tot, 
        r_z_over_sqrt_n_used = z/sqrt(n), hodges_lehmann_exact = he, log10_p_no_cc = log10z(z), hodges_lehmann_walsh_median_of_nonzero = median(wa), 
        hl_ci_asymptotic_cc = ca)
}

O$mann_whitney <- function (i, conf) 
{
    x <- ok(i$x)
    y <- ok(i$y)
    n <- length(x)
    m <- length(y)
    if (min(n, m) == 0) 
        return(list(error = "n"))
    r <- rank(c(x, y))
    R <- c(sum(r[1:n]), sum(r[-(1:n)]))
    U <- R[1] - n * (n + 1)/2
    tt <- table(c(x, y))
    T <- sum(tt^3 - tt)
    N <- n + m
    sdv <- sqrt(n * m/12 * (N + 1 - T/(N * (N - 1))))
    z <- if (sdv > 0) 
        (U - n * m/2)/sdv
    else NA
    g <- function(a) if (is.na(z)) 
        NA
    else wilcox.test(x, y, exact = FALSE, alternative = a)$p.value
    ties <- any(tt > 1)
    ex <- if (N <= 60) 
        wilcox.exact(x, y, exact = TRUE)$p.value
    else NA
    he <- if (!ties && n < 50 && m < 50) 
        as.numeric(wilcox.test(x, y, exact = TRUE, conf.int = TRUE, conf.level = conf)$conf.int)
    else NA
    ca <- tryCatch({
        h <- wilcox.test(x, y, exact = FALSE, conf.int = TRUE, conf.level = conf, tol.root = 1e-13)
        as.numeric(h$conf.int)
    }, error = function(e) NA)
    list(n = c(n, m), rank_sum = R, mean_rank = R/c(n, m), U1 = U, U2 = n * m - U, U_min = min(U, n * 
        m - U), ties = ties, z_no_cc = z, p_asymptotic_no_cc = 2 * pnorm(-abs(z)), p_asymptotic_cc = g("two.sided"), 
        p_exact = ex, p_less_cc = g("less"), p_greater_cc = g("greater"), log10_p_no_cc = if (is.na(z)) NA else log10z(z), 
        rank_biserial = 2 * U/(n * m) - 1, auc_cles = U/(n * m), r_z_over_sqrt_N = z/sqrt(N), hodges_lehmann_shift = median(outer(x, 
            y, "-")), hl_ci_exact = he, hl_ci_asymptotic_cc = ca)
}

O$kruskal_wallis <- function (i, conf) 
{
    g <- lapply(i$groups, ok)
    k <- length(g)
    n <- lengths(g)
    if (k < 2 || any(n == 0)) 
        return(list(error = "groups"))
    x <- unlist(g)
    f <- rep(seq_len(k), n)
    N <- length(x)
    r <- rank(x)
    mr <- tapply(r, f, mean)
    tt <- table(x)
    T <- sum(tt^3 - tt)
    v <- N * (N + 1)/12 - T/(12 * (N - 1))
    H <- if (v > 0) 
        kruskal.test(x, f)$statistic[[1]]
    else NA
    pr <- combn(k, 2)
    z <- if (v > 0) 
        apply(pr, 2, function(q) (mr[q[2]] - mr[q[1]])/sqrt(v * (1/n[q[1]] + 1/n[q[2]])))
    else rep(NA, ncol(pr))
    p <- 2 * pnorm(-abs(z))
    list(H = H, df = k - 1, p = pchisq(H, k - 1, lower.tail = FALSE), mean_ranks = I(as.numeric(mr)), 
        tie_corrected = TRUE, epsilon2 = H/(N - 1), eta2_H = if (N > k) (H - k + 1)/(N - k) else NA, 
        dunn = list(pairs = t(pr), z_j_minus_i = I(z), p = I(p), holm = I(p.adjust(p, "holm")), bonferroni = I(p.adjust(p, 
            "bonferroni"))))
}

O$friedman <- function (i, conf) 
{
    x <- i$x
    x <- x[complete.cases(x), , drop = FALSE]
    n <- nrow(x)
    k <- ncol(x)
    if (n == 0) 
        return(list(error = "n"))
    r <- t(apply(x, 1, rank))
    h <- tryCatch(friedman.test(x)$statistic[[1]], error = function(e) NA)
    if (!is.finite(h)) 
        h <- NA
    F <- (n - 1) * h/(n * (k - 1) - h)
    if (abs(n * (k - 1) - h) < 1e-09 * n * k) 
        F <- NA
    else F <- F
    if (is.na(h)) 
        F <- NA
    list(chisq = h, df = k - 1, p = pchisq(h, k - 1, lower.tail = FALSE), n = n, kendalls_W = h/(n * 
        (k - 1)), mean_ranks = I(colMeans(r)), iman_davenport_F = F)
}

O$cochran_q <- function (i, conf) 
{
    x <- i$x
    x <- x[complete.cases(x), , drop = FALSE]
    k <- ncol(x)
    n <- nrow(x)
    if (n == 0) 
        return(list(error = "n"))
    C <- colSums(x)
    R <- rowSums(x)
    d <- k * sum(R) - sum(R^2)
    Q <- if (d > 0) 
        (k - 1) * (k * sum(C^2) - sum(C)^2)/d
    else NA
    list(Q = Q, df = k - 1, p = pchisq(Q, k - 1, lower.tail = FALSE), n = n)
}

O$anova_oneway <- function (i, conf) 
{
    g <- lapply(i$groups, ok)
    k <- length(g)
    n <- lengths(g)
    if (k < 2 || any(n == 0) || all(n == 1)) 
        return(list(error = "groups"))
    x <- unlist(g)
    f <- factor(rep(seq_len(k), n))
    N <- length(x)
    m <- sapply(g, mean)
    v <- sapply(g, var)
    gm <- mean(x)
    sb <- sum(n * (m - gm)^2)
    sw <- sum((x - m[f])^2)
    df2 <- N - k
    ms <- sw/df2
    F <- (sb/(k - 1))/ms
    zero <- sw <= 1e-24 * sum(x^2)
    st <- sb + sw
    p0 <- pf(F, k - 1, df2, lower.tail = FALSE)
    fin <- function(v) {
        v[!is.finite(v)] <- NA
        v
    }
    if (zero) 
        F <- NA
    w <- if (all(n > 1) && all(v > 0)) {
        h <- oneway.test(x ~ f)
        list(F = h$statistic[[1]], df1 = k - 1, df2 = h$parameter[[2]], p = h$p.value)
    }
    else list(F = NA)
    bf <- if (all(n > 1) && sum((1 - n/N) * v) > 0) {
        cj <- (1 - n/N) * v
        s <- sum(cj)
        Fs <- sb/s
        cj <- cj/s
        d <- 1/sum(cj^2/(n - 1))
        list(F = Fs, df1 = k - 1, df2 = d, p = pf(Fs, k - 1, d, lower.tail = FALSE))
    }
    else list(F = NA)
    lev <- levene2(g)
    ba <- if (all(n > 1) && all(v > 0)) {
        b <- bartlett.test(x, f)
        list(K2 = b$statistic[[1]], df = k - 1, p = b$p.value)
    }
    else list(K2 = NA)
    pr <- combn(k, 2)
    pu <- numeric()
    ps <- lapply(seq_len(ncol(pr)), function(q) {
        a <- pr[1, q]
        b <- pr[2, q]
        d <- m[b] - m[a]
        e <- sqrt(ms/2 * (1/n[a] + 1/n[b]))
        u <- v[a]/n[a] + v[b]/n[b]
        gd <- u^2/((v[a]/n[a])^2/(n[a] - 1) + (v[b]/n[b])^2/(n[b] - 1))
        ge <- sqrt(u/2)
        tp <- 2 * pt(-abs(d)/(e * sqrt(2)), df2)
        pu <<- c(pu, tp)
        gok <- is.finite(gd) && gd >= 2
        list(i = a, j = b, diff_j_minus_i = d, tukey_p = if (zero || df2 < 2) NA else ptukey(abs(d)/e, 
            k, df2, lower.tail = FALSE), tukey_ci = if (df2 < 2) c(NA, NA) else d + c(-1, 1) * qtukey(conf, 
            k, df2) * e, games_howell_df = fin(gd), games_howell_p = if (gok) ptukey(abs(d)/ge, k, gd, 
            lower.tail = FALSE) else NA, games_howell_ci = if (gok) d + c(-1, 1) * qtukey(conf, k, gd) * 
            ge else c(NA, NA), t_pooled_p_unadjusted = if (zero) NA else tp)
    })
    if (zero) 
        pu <- rep(NA, length(pu))
    list(n = I(n), mean = I(m), sd = I(sqrt(v)), ss_between = sb, ss_within = if (zero) 0 else sw, df = c(k - 
        1, df2), F = F, p = if (zero) NA else p0, log10_p = if (zero) NA else pf(F, k - 1, df2, lower.tail = FALSE, 
        log.p = TRUE)/log(10), eta2 = fin(sb/st), omega2 = fin((sb - (k - 1) * ms)/(st + ms)), epsilon2 = fin((sb - 
        (k - 1) * ms)/st), welch = w, brown_forsythe_F_star = bf, levene_mean = lev$mean, levene_median_brown_forsythe = lev$median_brown_forsythe, 
        bartlett = ba, pairs = ps, pairs_holm = I(p.adjust(pu, "holm")), pairs_bonferroni = I(p.adjust(pu, 
            "bonferroni")))
}

O$levene <- function (i, conf) 
{
    g <- lapply(i$groups, ok)
    if (length(g) < 2 || any(lengths(g) == 0)) 
        return(list(error = "groups"))
    levene2(g)
}

O$anova_repeated <- function (i, conf) 
{
    x <- i$x
    x <- x[complete.cases(x), , drop = FALSE]
    n <- nrow(x)
    k <- ncol(x)
    if (n < 2 || k < 2) 
        return(list(error = "n"))
    pm <- rowMeans(x)
    cm <- colMeans(x)
    gm <- mean(x)
    se <- n * sum((cm - gm)^2)
    er <- sum((x - outer(pm, cm, "+") + gm)^2)
    df1 <- k - 1
    df2 <- df1 * (n - 1)
    F <- (se/df1)/(er/df2)
    if (se + er < 1e-24 * sum(x^2)) 
        return(list(error = "no change"))
    if (er < 1e-24 * sum(x^2)) 
        return(list(n = n, F = NA))
    S <- cov(x)
    D <- diag(k) - 1/k
    Sc <- D %*% S %*% D
    gg <- sum(diag(Sc))^2/(df1 * sum(Sc^2))
    hf <- (n * df1 * gg - 2)/(df1 * (n - 1 - df1 * gg))
    if (!is.finite(hf)) 
        hf <- NA
    pc <- function(e) {
        if (is.na(e) || e <= 0) 
            return(NA)
        e <- min(1, e)
        pf(F, e * df1, e * df2, lower.tail = FALSE)
    }
    ma <- if (k > 2 && n > k - 1) 
        tryCatch({
            h <- mauchly.test(lm(x ~ 1), X = ~1)
            list(h$statistic[[1]], h$p.value)
        }, error = function(e) list(NA, NA))
    else list(NA, NA)
    sp <- k * sum((pm - gm)^2)
    list(n = n, ss_effect = se, df1 = df1, ss_error = er, df2 = df2, F = F, p = pf(F, df1, df2, lower.tail = FALSE), 
        greenhouse_geisser_eps = gg, p_gg = pc(gg), huynh_feldt_eps = hf, p_hf = pc(hf), mauchly_W = ma[[1]], 
        mauchly_p = ma[[2]], partial_eta2 = se/(se + er), generalized_eta2 = se/(se + er + sp))
}

O$anova_twoway_type3 <- function (i, conf) 
{
    nm <- names(i)
    d <- data.frame(y = i[[1]], a = factor(i[[2]]), b = factor(i[[3]]))
    d <- d[complete.cases(d), ]
    d$a <- factor(d$a)
    d$b <- factor(d$b)
    if (nlevels(d$a) < 2 || nlevels(d$b) < 2 || any(table(d$a, d$b) == 0) || all(table(d$a, d$b) == 1)) 
        return(list(error = "cells"))
    a <- car::Anova(lm(y ~ a * b, d, contrasts = list(a = contr.sum, b = contr.sum)), type = 3)
    f <- function(r) list(ss = a[r, 1], df = a[r, 2], F = a[r, 3], p = a[r, 4])
    setNames(list(f(2), f(3), f(4), list(ss = a[5, 1], df = a[5, 2])), c(nm[2], nm[3], "interaction", 
        "residual"))
}

O$correlation <- function (i, conf) 
{
    b <- both(i$x, i$y)
    x <- b$x
    y <- b$y
    n <- length(x)
    if (n < 3 || sd(x) == 0 || sd(y) == 0) 
        return(list(error = "n"))
    h <- cor.test(x, y, conf.level = conf)
    r <- h$estimate[[1]]
    perf <- abs(r) > 1 - 1e-14
    t <- h$statistic[[1]]
    rho <- cor(rank(x), rank(y))
    ties <- anyDuplicated(x) > 0 || anyDuplicated(y) > 0
    tr <- rho * sqrt((n - 2)/((1 - rho) * (1 + rho)))
    S <- (n^3 - n) * (1 - rho)/6
    kz <- cor.test(x, y, method = "kendall", exact = FALSE)
    kc <- cor.test(x, y, method = "kendall", exact = FALSE, continuity = TRUE)
    list(n = n, pearson = list(r = r, t = if (perf) NA else t, df = n - 2, p = if (perf) 0 else h$p.value, 
        log10_p = if (perf) NA else log10t(t, n - 2), ci_fisher_z = if (n > 3) as.numeric(h$conf.int) else NA), 
        spearman = list(rho = rho, S = S, p_t_approx = if (abs(rho) > 1 - 1e-14) 0 else 2 * pt(-abs(tr), 
            n - 2), p_exact = if (!ties && n <= 9) cor.test(x, y, method = "spearman", exact = TRUE)$p.value else NA), 
        kendall = list(tau_b = kz$estimate[[1]], z_no_cc = kz$statistic[[1]], p_no_cc = kz$p.value, p_cc = kc$p.value, 
            p_exact = if (!ties && n < 50) cor.test(x, y, method = "kendall", exact = TRUE)$p.value else NA))
}

O$partial_correlation <- function (i, conf) 
{
    d <- as.data.frame(i)
    d <- d[complete.cases(d), ]
    n <- nrow(d)
    k <- ncol(d) - 2
    if (n - 2 - k < 1) 
        return(list(error = "n"))
    Z <- as.matrix(d[-(1:2)])
    r <- cor(lm.fit(cbind(1, Z), d$x)$residuals, lm.fit(cbind(1, Z), d$y)$residuals)
    tcor(r, n - 2 - k)
}

O$point_biserial <- function (i, conf) 
{
    b <- both(i$x, i$y)
    if (length(unique(b$x)) != 2 || sd(b$y) == 0 || length(b$x) < 3) 
        return(list(error = "x"))
    tcor(cor(b$x, b$y), length(b$x) - 2)
}

O$reliability <- function (i, conf) 
{
    x <- i$items
    x <- x[complete.cases(x), , drop = FALSE]
    n <- nrow(x)
    k <- ncol(x)
    if (n < 2 || k < 2) 
        return(list(error = "n"))
    C <- cov(x)
    tot <- rowSums(x)
    if (var(tot) == 0) 
        return(list(error = "var"))
    al <- function(C) {
        k <- ncol(C)
        k/(k - 1) * (1 - sum(diag(C))/sum(C))
    }
    a <- al(C)
    const <- any(diag(C) == 0)
    R <- if (const) 
        NA
    else cor(x)
    rb <- if (const) 
        NA
    else (sum(R) - k)/(k * (k - 1))
    al2 <- (1 - conf)/2
    cs <- function(u, v) if (sd(u) > 0 && sd(v) > 0) 
        cor(u, v)
    else NA
    om <- list(NA, NA, NA)
    if (k > 2 && !const && n > k + 2) 
        om <- omega3(x)
    list(n_complete = n, k = k, alpha = a, alpha_standardized = if (const) NA else k * rb/(1 + (k - 1) * 
        rb), mean_interitem_r = rb, alpha_ci_feldt = 1 - (1 - a) * qf(c(1 - al2, al2), n - 1, (n - 1) * 
        (k - 1)), item_total_r = I(sapply(seq_len(k), function(j) cs(x[, j], tot))), item_rest_r = I(sapply(seq_len(k), 
        function(j) cs(x[, j], tot - x[, j]))), alpha_if_dropped = if (k > 2) I(sapply(seq_len(k), function(j) {
        s <- sum(C[-j, -j])
        if (s > 0) al(C[-j, -j, drop = FALSE]) else NA
    })) else NA, sem = if (a <= 1) sd(tot) * sqrt(1 - a) else NA, item_means = I(colMeans(x)), item_sds = I(sqrt(diag(C))), 
        omega_total_cfa_ml_raw = om[[1]], cfa_loadings_raw = om[[2]], omega_standardized_cfa_ml = om[[3]])
}

O$split_half <- function (i, conf) 
{
    x <- i$items
    x <- x[complete.cases(x), , drop = FALSE]
    if (ncol(x) < 2 || nrow(x) < 2) 
        return(list(error = "n"))
    o <- rowSums(x[, seq(1, ncol(x), 2), drop = FALSE])
    e <- rowSums(x[, seq(2, ncol(x), 2), drop = FALSE])
    if (sd(o) == 0 || sd(e) == 0) 
        return(list(error = "sd"))
    r <- cor(o, e)
    list(r = r, spearman_brown = 2 * r/(1 + r), guttman = 2 * (1 - (var(o) + var(e))/var(o + e)))
}

O$icc <- function (i, conf) 
{
    x <- i$x
    x <- x[complete.cases(x), , drop = FALSE]
    if (nrow(x) < 2 || ncol(x) < 2) 
        return(list(error = "n"))
    h <- tryCatch(psych::ICC(x, lmer = FALSE, alpha = 1 - conf), error = function(e) NULL)
    if (is.null(h)) 
        return(list(error = "x"))
    r <- h$results
    f <- function(j) {
        v <- as.list(r[j, c("ICC", "F", "df1", "df2", "p", "lower bound", "upper bound")])
        names(v) <- c("icc", "F", "df1", "df2", "p", "lo", "hi")
        lapply(v, as.numeric)
    }
    c(list(n = nrow(x), k = ncol(x)), setNames(lapply(1:6, f), c("ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", 
        "ICC3k")))
}

O$cohen_kappa <- function (i, conf) 
{
    t <- i$table
    n <- sum(t)
    if (n == 0) 
        return(list(error = "n"))
    k <- nrow(t)
    p <- t/n
    r <- rowSums(p)
    c <- colSums(p)
    po <- sum(diag(p))
    pe <- sum(r * c)
    if (1 - pe < 1e-15) 
        return(list(error = "one"))
    ka <- (po - pe)/(1 - pe)
    A <- sum(diag(p) * (1 - (r + c) * (1 - ka))^2)
    B <- 0
    for (a in 1:k) for (b in 1:k) if (a != b) 
        B <- B + p[a, b] * (c[a] + r[b])^2
    B <- B * (1 - ka)^2
    Cc <- (ka - pe * (1 - ka))^2
    se <- sqrt(max(0, A + B - Cc)/n)/(1 - pe)
    s0 <- sqrt(pe + pe^2 - sum(r * c * (r + c)))/((1 - pe) * sqrt(n))
    z <- qnorm((1 + conf)/2)
    w <- function(e) {
        W <- 1 - (abs(outer(1:k, 1:k, "-"))/(k - 1))^e
        (sum(W * p) - sum(W * outer(r, c)))/(1 - sum(W * outer(r, c)))
    }
    list(n = n, percent_agreement = po, kappa = ka, se = se, ci = ka + c(-1, 1) * z * se, z0 = ka/s0, 
        p = 2 * pnorm(-abs(ka/s0)), kappa_linear = w(1), kappa_quadratic = w(2))
}

O$fleiss_kappa <- function (i, conf) 
{
    x <- i$counts
    n <- nrow(x)
    m <- sum(x[1, ])
    if (any(rowSums(x) != m) || m < 2) 
        return(list(error = "m"))
    P <- (sum(x^2) - n * m)/(n * m * (m - 1))
    pj <- colSums(x)/(n * m)
    pe <- sum(pj^2)
    if (1 - pe < 1e-15) 
        return(list(error = "one"))
    list(kappa = (P - pe)/(1 - pe))
}

O$shapiro_wilk <- function (i, conf) 
{
    h <- tryCatch(shapiro.test(ok(i$x)), error = function(e) NULL)
    if (is.null(h)) 
        list(error = "n")
    else list(W = h$statistic[[1]], p = h$p.value)
}

O$lilliefors <- function (i, conf) 
{
    x <- ok(i$x)
    h <- tryCatch(lillie.test(x), error = function(e) NULL)
    if (is.null(h) || sd(x) == 0) 
        list(error = "n")
    else list(D = h$statistic[[1]], p = h$p.value)
}

O$anderson_darling <- function (i, conf) 
{
    x <- ok(i$x)
    h <- tryCatch(ad.test(x), error = function(e) NULL)
    if (is.null(h) || sd(x) == 0) 
        list(error = "n")
    else list(A = h$statistic[[1]], p = h$p.value)
}

O$ks_two_sample <- function (i, conf) 
{
    x <- ok(i$x)
    y <- ok(i$y)
    if (!length(x) || !length(y)) 
        return(list(error = "n"))
    h <- ks.test(x, y, exact = TRUE)
    list(D = h$statistic[[1]], p_exact = h$p.value)
}

O$reliable_change <- function (i, conf) 
{
    sem <- i$sd_pre * sqrt(1 - i$reliability)
    sd <- sqrt(2) * sem
    d <- i$post - i$pre
    rc <- if (sd > 0) 
        d/sd
    else rep(NA, length(d))
    L <- list(sem = sem, s_diff = sd, rci = I(rc), critical_change_1.96 = 1.96 * sd, critical_change_exact_z = qnorm(0.975) * 
        sd)
    rel <- abs(d) > 1.96 * sd
    dir <- ifelse(is.na(d), NA, ifelse(!rel, "none", ifelse((d < 0) == isTRUE(i$higher_is_worse), "improved", 
        "deteriorated")))
    L$reliable <- I(rel)
    L$direction <- I(dir)
    if (!is.null(i$clin_mean)) {
        s <- if (isTRUE(i$higher_is_worse)) 
            1
        else -1
        L$cutoff_a <- i$clin_mean - s * 2 * i$clin_sd
        L$cutoff_b <- i$norm_mean + s * 2 * i$norm_sd
        L$cutoff_c <- (i$clin_sd * i$norm_mean + i$norm_sd * i$clin_mean)/(i$clin_sd + i$norm_sd)
    }
    L
}

O$linear_regression <- function (i, conf) 
{
    d <- if (is.null(i$X)) 
        as.data.frame(i, stringsAsFactors = TRUE)
    else data.frame(y = i$y, i$X)
    y <- names(d)[1]
    d <- d[complete.cases(d), ]
    h <- lm(as.formula(paste(y, "~ .")), d)
    n <- nrow(d)
    if (any(is.na(coef(h))) || n - length(coef(h)) < 1) 
        return(list(error = "singular"))
    s <- summary(h)
    co <- s$coefficients
    X <- model.matrix(h)
    k <- ncol(X)
    yy <- d[[1]]
    R <- if (k > 2) 
        I(diag(solve(cor(X[, -1]))))
    else NA
    e <- residuals(h)
    list(n = n, coef = I(co[, 1]), se = I(co[, 2]), t = I(co[, 3]), p = I(co[, 4]), ci = unname(confint(h, 
        level = conf)), beta_std = I(c(0, co[-1, 1] * apply(X[, -1, drop = FALSE], 2, sd)/sd(yy))), r2 = s$r.squared, 
        adj_r2 = s$adj.r.squared, sigma = s$sigma, F = if (k > 1) list(F = s$fstatistic[[1]], df1 = s$fstatistic[[2]], 
            df2 = s$fstatistic[[3]], p = pf(s$fstatistic[[1]], s$fstatistic[[2]], s$fstatistic[[3]], 
                lower.tail = FALSE)) else NA, rss = sum(e^2), loglik = as.numeric(logLik(h)), aic = AIC(h), 
        bic = BIC(h), durbin_watson = sum(diff(e)^2)/sum(e^2), vif = R, max_cooks = max(cooks.distance(h), 
            na.rm = TRUE), max_leverage = max(hatvalues(h)))
}

O$logistic_regression <- function (i, conf) 
{
    d <- as.data.frame(i, stringsAsFactors = TRUE)
    d <- d[complete.cases(d), , drop = FALSE]
    y <- d[[1]]
    n <- nrow(d)
    h <- tryCatch(glm(as.formula(paste(names(d)[1], if (ncol(d) > 1) 
        "~ ."
    else "~ 1")), binomial, d, control = glm.control(epsilon = 1e-14, maxit = 100)), error = function(e) NULL)
    if (!is.null(h) && !any(is.na(coef(h)))) 
        h <- h
    if (is.null(h) || any(is.na(coef(h))) || length(unique(y)) < 2) 
        return(list(error = "x"))
    co <- summary(h)$coefficients
    fv <- fitted(h)
    if (any(co[, 2] > 50) || any(fv < 1e-09) || any(fv > 1 - 1e-09)) 
        return(list(separated = TRUE))
    if (ncol(d) == 1) 
        return(list(coef = co[1, 1], se = co[1, 2], deviance = deviance(h)))
    z <- qnorm((1 + conf)/2)
    lr <- h$null.deviance - h$deviance
    k <- nrow(co)
    ll0 <- -h$null.deviance/2
    pr <- tryCatch(unname(exp(suppressMessages(confint(h, level = conf)))), error = function(e) NA)
    r <- rank(fv)
    n1 <- sum(y == 1)
    auc <- (sum(r[y == 1]) - n1 * (n1 + 1)/2)/(n1 * (n - n1))
    cs <- 1 - exp(-lr/n)
    list(n = n, coef = I(co[, 1]), se = I(co[, 2]), wald_z = I(co[, 3]), p = I(co[, 4]), or = I(exp(co[, 
        1])), or_ci_wald = unname(exp(cbind(co[, 1] - z * co[, 2], co[, 1] + z * co[, 2]))), or_ci_profile = pr, 
        null_deviance = h$null.deviance, deviance = h$deviance, lr_chisq = lr, lr_df = k - 1, lr_p = pchisq(lr, 
            k - 1, lower.tail = FALSE), aic = h$deviance + 2 * k, bic = h$deviance + log(n) * k, cox_snell = cs, 
        nagelkerke = cs/(1 - exp(2 * ll0/n)), mcfadden = 1 - h$deviance/h$null.deviance, auc = auc, accuracy_at_0.5 = mean((fv >= 
            0.5) == (y == 1)))
}

O$kaplan_meier <- function (i, conf) 
{
    d <- data.frame(time = i$time, event = i$event)
    d <- d[complete.cases(d), ]
    if (!nrow(d)) 
        return(list(error = "n"))
    f <- function(ct) survfit(Surv(time, event) ~ 1, d, conf.type = ct, conf.int = conf)
    a <- f("log")
    b <- f("log-log")
    p <- f("plain")
    z <- a$surv == 0
    na <- function(v) {
        v[z | !is.finite(v)] <- NA
        I(v)
    }
    md <- function(h) I(as.numeric(summary(h)$table[c("0.95LCL", "0.95UCL")]))
    tb <- summary(a)$table
    ci <- function(h) {
        t <- summary(h)$table
        I(unname(t[(length(t) - 1):length(t)]))
    }
    ll <- function(v) {
        v <- v
        v[z | a$surv == 1] <- NA
        I(v)
    }
    list(n = nrow(d), events = sum(d$event), time = I(a$time), n_risk = I(a$n.risk), n_event = I(a$n.event), 
        n_censor = I(a$n.censor), surv = I(a$surv), se_greenwood = na(a$surv * a$std.err), ci_log_lo = na(a$lower), 
        ci_log_hi = na(a$upper), ci_loglog_lo = ll(b$lower), ci_loglog_hi = ll(b$upper), ci_plain_lo = na(p$lower), 
        ci_plain_hi = na(p$upper), median = tb[["median"]], median_ci_log = ci(a), median_ci_loglog = ci(b))
}

O$logrank <- function (i, conf) 
{
    d <- as.data.frame(i)
    d <- d[complete.cases(d), ]
    if (length(unique(d$group)) < 2 || sum(d$event) == 0) 
        return(list(error = "g"))
    h <- tryCatch(survdiff(Surv(time, event) ~ group, d), error = function(e) NULL)
    if (is.null(h) || sum(h$exp > 0) < 2) 
        return(list(error = "g"))
    q <- survdiff(Surv(time, event) ~ group, d, rho = 1)
    df <- sum(h$exp > 0) - 1
    list(observed = I(as.numeric(h$obs)), expected = I(as.numeric(h$exp)), chisq = h$chisq, df = df, 
        p = pchisq(h$chisq, df, lower.tail = FALSE), peto_peto_chisq = q$chisq)
}

O$cox <- function (i, conf) 
{
    d <- as.data.frame(i, stringsAsFactors = TRUE)
    d <- d[complete.cases(d), ]
    ct <- coxph.control(eps = 1e-14, iter.max = 100, toler.chol = 1e-15)
    h <- tryCatch(coxph(Surv(time, event) ~ ., d, control = ct), error = function(e) NULL)
    if (is.null(h) || any(is.na(coef(h)))) 
        return(list(error = "x"))
    s <- sqrt(diag(vcov(h)))
    if (any(s > 50) || any(abs(coef(h)) > 15)) 
        return(list(separated = TRUE))
    b <- coxph(Surv(time, event) ~ ., d, ties = "breslow", control = ct)
    list(coef_efron = I(unname(coef(h))), se_efron = I(unname(s)), p_efron = I(unname(2 * pnorm(-abs(coef(h)/s)))), 
        coef_breslow = I(unname(coef(b))), loglik = I(h$loglik), concordance = unname(h$concordance[["concordance"]]))
}

# Random inputs ----------------------------------------------------------

pick <- function (...) 
{
    l <- list(...)
    l[[sample(length(l), 1)]]
}

values <- function (n, kind = sample(10, 1)) 
switch(kind, round(rnorm(n, 20, 5)), round(rnorm(n, 50, 10), 1), rnorm(n), round(rexp(n) * 10, 2), sample(1:5, 
    n, TRUE), sample(0:3, n, TRUE), round(rnorm(n, 0, 30)) + 1e+06, rnorm(n) * 10^sample(-8:8, 1), round(rt(n, 
    2), 3), round(runif(n, -50, 50)))

miss <- function (x, p = pick(0, 0, 0.1, 0.3)) 
{
    x[runif(length(x)) < p] <- NA
    x
}

size <- function () 
pick(2, 3, 4, 5, sample(3:8, 1), sample(8:30, 1), sample(20:60, 1))

groups <- function (kmax = 5) 
{
    k <- sample(2:kmax, 1)
    kind <- sample(10, 1)
    lapply(seq_len(k), function(j) miss(values(sample(c(1, 2, 3:12), 1), kind), pick(0, 0, 0, 0.15)))
}

tab <- function (r, c, hi = pick(3, 10, 40, 400), z = pick(0, 0, 0.2)) 
{
    m <- matrix(rpois(r * c, runif(1, 0.5, hi)), r)
    m[runif(r * c) < z] <- 0
    m
}

items <- function (k = sample(2:8, 1), n = sample(4:40, 1)) 
{
    t <- rnorm(n)
    x <- sapply(seq_len(k), function(j) pmin(4, pmax(0, round(2 + t * runif(1, 0.2, 1.2) + rnorm(n) * 
        runif(1, 0.4, 1.2)))))
    x[runif(n * k) < pick(0, 0, 0.03)] <- NA
    x
}

surv <- function (n = sample(3:60, 1)) 
{
    t <- pick(round(rexp(n) * 20) + 1, round(rexp(n) * 5, 1) + 0.1, sample(1:8, n, TRUE), rexp(n))
    list(time = t, event = rbinom(n, 1, runif(1, 0.3, 1)))
}

G <- list()
G$descriptives <- function () 
list(x = miss(values(pick(1, 2, 3, size()))))

G$frequencies <- function () 
list(x = miss(pick(sample(1:5, 20, TRUE), sample(-2:12, 30, TRUE), round(rnorm(12), 1))))

G$crosstab <- function () 
{
    d <- pick(c(2, 2), c(2, 2), c(2, 3), c(3, 3), c(4, 2), c(3, 5))
    list(table = tab(d[1], d[2]))
}

G$chisq_gof <- function () 
{
    k <- sample(2:6, 1)
    l <- list(counts = rpois(k, 8))
    if (runif(1) < 0.5) {
        p <- runif(k)
        l$p <- p/sum(p)
    }
    l
}

G$mantel_haenszel <- function () 
list(strata = lapply(1:sample(2:5, 1), function(j) tab(2, 2, pick(3, 15), 0)))

G$cochran_armitage_trend <- function () 
{
    k <- sample(2:5, 1)
    t <- rpois(k, 20) + 1
    list(events = rbinom(k, t, runif(1)), totals = t, scores = pick(seq_len(k), cumsum(runif(k)), 10 * 
        seq_len(k)))
}

G$mcnemar <- function () 
list(table = tab(2, 2))

G$stuart_maxwell_bowker <- function () 
{
    k <- sample(2:5, 1)
    list(table = tab(k, k, pick(2, 8, 60)))
}

G$proportion_ci <- function () 
{
    n <- sample(1:200, 1)
    list(x = rbinom(1, n, pick(0, 0.02, 0.5, 0.9, 1, runif(1))), n = n)
}

G$binomial_test <- function () 
{
    n <- pick(sample(1:12, 1), sample(1:300, 1), sample(1000:1e+05, 1))
    list(x = rbinom(1, n, runif(1)), n = n, p0 = pick(0.5, 0.1, round(runif(1), 2), runif(1)))
}

G$two_proportions <- function () 
{
    n <- sample(1:80, 2)
    list(x = c(rbinom(1, n[1], runif(1)), rbinom(1, n[2], pick(0, 1, runif(1)))), n = n)
}

G$paired_proportions <- function () 
list(table = tab(2, 2))

G$poisson_rate_ci <- function () 
list(x = pick(0, 1, rpois(1, 20), rpois(1, 2000)), t = pick(1, 12.5, 1000, runif(1)))

G$p_adjust <- function () 
{
    p <- pick(runif(8), round(runif(12), 2), runif(5)^6, c(runif(20)^3, 0, 1))
    list(p = miss(p))
}

G$multiple_response <- function () 
list(sets = lapply(1:sample(3:12, 1), function(j) as.list(sample(letters[1:5], sample(0:4, 1), TRUE))))

G$t_one_sample <- function () 
{
    x <- values(size())
    list(x = miss(x), mu = pick(0, 0, round(mean(x)), 20))
}

G$t_independent <- function () 
{
    k <- sample(10, 1)
    list(x = miss(values(size(), k)), y = miss(values(pick(1, size()), k)))
}

G$t_paired <- function () 
{
    n <- size()
    k <- sample(10, 1)
    x <- values(n, k)
    list(x = miss(x), y = miss(pick(x + round(rnorm(n)), values(n, k), x)))
}

G$wilcoxon_signed_rank <- function () 
{
    n <- pick(1, size())
    k <- sample(c(1:6, 9, 10), 1)
    x <- values(n, k)
    if (runif(1) < 0.3) 
        list(x = miss(x), mu = pick(0, round(median(x))))
    else list(x = miss(x), y = miss(pick(x + round(rnorm(n)), values(n, k))))
}

G$mann_whitney <- function () 
{
    k <- sample(10, 1)
    list(x = miss(values(pick(1, size()), k)), y = miss(values(pick(1, size()), k)))
}

G$kruskal_wallis <- function () 
list(groups = groups())

G$anova_oneway <- function () 
list(groups = groups())

G$levene <- function () 
list(groups = groups())

G$friedman <- function () 
list(x = matrix(miss(values(n <- 4 * sample(2:15, 1)), pick(0, 0.05)), ncol = sample(c(2, 4), 1)))

G$cochran_q <- function () 
list(x = matrix(miss(rbinom(4 * sample(2:12, 1), 1, runif(1)), pick(0, 0.05)), ncol = sample(c(2, 4), 
    1)))

G$anova_repeated <- function () 
{
    k <- sample(2:5, 1)
    n <- sample(3:25, 1)
    x <- matrix(values(n * k), n)
    if (runif(1) < 0.7) 
        x <- x + rnorm(n) * sd(x)
    x[runif(n * k) < pick(0, 0.02)] <- NA
    list(x = x)
}

G$anova_twoway_type3 <- function () 
{
    n <- sample(12:60, 1)
    list(y = miss(values(n), pick(0, 0.05)), a = sample(c("a", "b"), n, TRUE), b = sample(c("x", "y", 
        "z")[1:sample(2:3, 1)], n, TRUE))
}

G$correlation <- function () 
{
    n <- pick(3, 4, sample(5:9, 1), size())
    k <- sample(10, 1)
    x <- values(n, k)
    list(x = miss(x, pick(0, 0, 0.1)), y = miss(pick(values(n), x + values(n, k), -x, x^3), pick(0, 0, 
        0.1)))
}

G$partial_correlation <- function () 
{
    n <- sample(6:40, 1)
    z <- rnorm(n)
    l <- list(x = round(z + rnorm(n), 2), y = round(z + rnorm(n), 2), z = round(z, 2))
    if (runif(1) < 0.4) 
        l$w <- round(rnorm(n), 1)
    l
}

G$point_biserial <- function () 
{
    n <- sample(5:40, 1)
    list(x = miss(sample(pick(0:1, 1:2), n, TRUE)), y = miss(values(n)))
}

G$reliability <- function () 
list(items = items())

G$split_half <- function () 
list(items = items())

G$icc <- function () 
list(x = items(sample(2:5, 1), sample(3:20, 1)))

G$cohen_kappa <- function () 
{
    k <- sample(2:5, 1)
    t <- tab(k, k)
    diag(t) <- diag(t) * 2
    list(table = t)
}

G$fleiss_kappa <- function () 
{
    k <- sample(2:5, 1)
    m <- sample(2:8, 1)
    list(counts = t(rmultinom(sample(3:15, 1), m, runif(k))))
}

G$shapiro_wilk <- function () 
list(x = miss(values(pick(3, 4, 5, 6, 7, 11, 12, 13, size(), 500))))

G$lilliefors <- function () 
list(x = miss(values(pick(5, size(), 150))))

G$anderson_darling <- function () 
list(x = miss(values(pick(8, size(), 150))))

G$ks_two_sample <- function () 
{
    k <- sample(10, 1)
    list(x = miss(values(pick(1, size()), k)), y = miss(values(pick(1, size()), k)))
}

G$reliable_change <- function () 
{
    n <- sample(1:8, 1)
    l <- list(pre = miss(round(rnorm(n, 20, 5))), post = miss(round(rnorm(n, 16, 5))), sd_pre = round(runif(1, 
        1, 8), 1), reliability = round(runif(1, 0.3, 0.99), 2))
    if (runif(1) < 0.6) 
        l <- c(l, list(clin_mean = 18, clin_sd = 5, norm_mean = 6, norm_sd = 4))
    l$higher_is_worse <- runif(1) < 0.7
    l
}

G$linear_regression <- function () 
{
    n <- sample(6:60, 1)
    x <- values(n, sample(c(1:5, 7, 9, 10), 1))
    l <- list(y = miss(round(x * rnorm(1) + rnorm(n) * 3, 3), 0.05), x = x)
    if (runif(1) < 0.5) 
        l$z <- values(n, sample(c(1, 2, 3, 4, 9), 1))
    if (runif(1) < 0.3) 
        l$g <- sample(c("a", "b", "c"), n, TRUE)
    l
}

G$logistic_regression <- function () 
{
    n <- sample(20:100, 1)
    x <- round(rnorm(n, 10, 3), 1)
    l <- list(y = miss(rbinom(n, 1, plogis((x - 10) * rnorm(1, 0, 0.3) + rnorm(1))), pick(0, 0.05)), 
        x = x)
    if (runif(1) < 0.4) 
        l$g <- sample(c("a", "b", "c"), n, TRUE)
    if (runif(1) < 0.1) 
        l <- l[1]
    l
}

G$kaplan_meier <- function () 
surv()

G$logrank <- function () 
{
    s <- surv()
    s$group <- sample(c("A", "B", "C")[1:sample(2:3, 1)], length(s$time), TRUE)
    s
}

G$cox <- function () 
{
    s <- surv(sample(15:80, 1))
    n <- length(s$time)
    s$age <- round(rnorm(n, 40, 9))
    if (runif(1) < 0.5) 
        s$g <- sample(0:1, n, TRUE)
    s
}

# JSON, numbers as the shortest decimal that comes back -------------------

num <- function (v) 
{
    if (!is.finite(v)) 
        return("null")
    for (d in 15:17) {
        s <- sprintf(paste0("%.", d, "g"), v)
        if (as.numeric(s) == v) 
            break
    }
    s
}

js <- function (v) 
{
    if (is.null(v)) 
        return("null")
    if (is.matrix(v)) 
        return(paste0("[", paste(apply(v, 1, function(r) js(I(r))), collapse = ","), "]"))
    if (is.list(v)) {
        if (is.null(names(v))) 
            return(paste0("[", paste(vapply(v, js, ""), collapse = ","), "]"))
        return(paste0("{", paste(paste0("\"", names(v), "\":", vapply(v, js, "")), collapse = ","), "}"))
    }
    one <- function(e) if (is.na(e)) 
        "null"
    else if (is.logical(e)) 
        tolower(as.character(e))
    else if (is.character(e)) 
        encodeString(e, quote = "\"")
    else num(e)
    arr <- inherits(v, "AsIs") || length(v) != 1
    s <- vapply(unname(unclass(v)), one, "")
    if (arr) 
        paste0("[", paste(s, collapse = ","), "]")
    else s
}

# Six cases of every test ------------------------------------------------

LEVELS <- c("descriptives", "crosstab", "mantel_haenszel", "mcnemar", "proportion_ci", "two_proportions",
    "paired_proportions", "poisson_rate_ci", "t_one_sample", "t_independent", "t_paired", "anova_oneway",
    "correlation", "icc", "cohen_kappa", "linear_regression", "kaplan_meier")
SCALARS <- c("mu", "n", "p0", "t", "sd_pre", "reliability", "clin_mean", "clin_sd", "norm_mean", "norm_sd",
    "higher_is_worse")
SINGLE <- c("proportion_ci", "binomial_test", "poisson_rate_ci")

# Vectors of length 1 are lists in JSON all the same, except the numbers that are no lists.
as_lists <- function(test, i) {
    for (nm in names(i)) {
        v <- i[[nm]]
        if (nm == "groups") i[[nm]] <- lapply(v, I)
        else if (nm == "sets") i[[nm]] <- lapply(v, function(s) I(as.character(unlist(s))))
        else if (is.atomic(v) && is.null(dim(v)) && !(nm %in% SCALARS && length(v) == 1) && !(test %in% SINGLE)) i[[nm]] <- I(v)
    }
    i
}
one_case <- function(test, k) repeat {
    i <- G[[test]]()
    conf <- if (test %in% LEVELS && k == 6) 0.9 else 0.95
    r <- tryCatch(O[[test]](i, conf), error = function(e) list(separated = TRUE))
    if (!is.null(r$separated) || (!is.null(r$error) && k > 1)) next
    options <- if (conf != 0.95) paste0(",\"options\":{\"conf\":", conf, "}") else ""
    return(paste0("{\"id\":\"more-", test, "-", k, "\",\"test\":\"", test, "\",\"input\":", js(as_lists(test, i)), options, ",\"expected\":", js(r), "}"))
}
set.seed(20260)
cases <- unlist(lapply(names(G), function(test) vapply(1:6, function(k) one_case(test, k), "")))
versions <- vapply(c("survival", "MASS", "psych", "car", "exactRankTests", "e1071", "lavaan", "nortest"),
    function(p) as.character(packageVersion(p)), "")
meta <- list(R = R.version.string, packages = as.list(versions),
    conventions = "as in stats-vectors.json; null in expected is not compared, error means that it is refused")
cat(paste0("{\"meta\":", js(meta), ",\"cases\":[\n", paste(cases, collapse = ",\n"), "\n]}\n"))
