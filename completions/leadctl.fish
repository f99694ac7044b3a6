# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_leadctl_global_optspecs
    string join \n o/output= columns= no-headers q/quiet no-color config= profile= data-dir= log= h/help V/version
end

function __fish_leadctl_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_leadctl_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_leadctl_using_subcommand
    set -l cmd (__fish_leadctl_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c leadctl -n "__fish_leadctl_needs_command" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_needs_command" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_needs_command" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_needs_command" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_needs_command" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_needs_command" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_needs_command" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_needs_command" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_needs_command" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_needs_command" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "up" -d 'Run the whole system: the API, a worker, and with --sandbox a stand-in for Reddit'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "dash" -d 'Watch queues, workers, breakers, cache and leads on one screen, and act on them'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "top" -d 'Watch queues and workers in one pane, without tabs'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "status" -d 'See on one screen what runs, what is queued, and what is wrong'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "check" -d 'Check the whole system in one line, for cron and monitoring systems'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "why" -d 'See why a queue or a job does not get on'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "trace" -d 'See the whole way of a job: who wanted it, how it waited, what each attempt did'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "api" -d 'Serve the HTTP API in the foreground until told to stop'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "worker" -d 'Work on jobs in the foreground until told to stop'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "restart" -d 'Replace the processes of a running `leadctl up`, one at a time, with nothing lost'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "scale" -d 'Have more or fewer API or worker processes in a running `leadctl up`'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "campaigns" -d 'What is sold, to whom, and where to look: add, change and list campaigns'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "campaign" -d 'What is sold, to whom, and where to look: add, change and list campaigns'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "leads" -d 'What was found: list, read, sort out, take along'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "lead" -d 'What was found: list, read, sort out, take along'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "jobs" -d 'Add jobs, await them, look at them and change them'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "job" -d 'Add jobs, await them, look at them and change them'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "subreddits" -d 'What is known of subreddits: rules, size, when people post, how promotion is taken'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "subreddit" -d 'What is known of subreddits: rules, size, when people post, how promotion is taken'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "queue" -d 'See what waits in the queues, stop them, sweep them'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "queues" -d 'See what waits in the queues, stop them, sweep them'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "schedule" -d 'See and change the jobs that recur'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "schedules" -d 'See and change the jobs that recur'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "breaker" -d 'See and change the circuit breakers before Reddit and the AI provider'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "breakers" -d 'See and change the circuit breakers before Reddit and the AI provider'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "dlq" -d 'See and settle the jobs that failed for good, by error'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "dead-letters" -d 'See and settle the jobs that failed for good, by error'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "events" -d 'Watch what happens to jobs and circuit breakers, as it happens'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "event" -d 'Watch what happens to jobs and circuit breakers, as it happens'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "workers" -d 'See which workers are alive and what they are doing; set how much they do'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "cache" -d 'See what is kept of the answers of Reddit and the AI provider, and remove it'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "webhooks" -d 'Have Slack, Discord or any program told of new leads'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "webhook" -d 'Have Slack, Discord or any program told of new leads'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "accounts" -d 'Reddit accounts, in whose names Reddit is asked'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "account" -d 'Reddit accounts, in whose names Reddit is asked'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "keys" -d 'Make, list and revoke the keys with which users reach the HTTP API'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "key" -d 'Make, list and revoke the keys with which users reach the HTTP API'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "db" -d 'The database itself: where it is, and its migrations'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "database" -d 'The database itself: where it is, and its migrations'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "audit" -d 'See what operators have done: who, when, to what, and how it ended'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "usage" -d 'See what AI providers were asked and what that cost, and bound it'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "slo" -d 'See how the service stands with its objectives, and what is left of their error budgets'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "sandbox" -d 'Try the system without accounts: invented posts, and the truth about them'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "drill" -d 'Rehearse an outage on a private installation and check what is promised'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "drills" -d 'Rehearse an outage on a private installation and check what is promised'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "doctor" -d 'Look for what is wrong with this installation, and say what to do about it'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "config" -d 'What is configured, where each value came from, and whether it is acceptable'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "completions" -d 'Print the completion script of a shell'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "man" -d 'Print the manual page, or write those of all commands'
complete -c leadctl -n "__fish_leadctl_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand up" -l seed -d 'With --sandbox: what the invented posts are made from [default: that of the last time, else 7]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand up" -l rate -d 'With --sandbox: invented posts a minute [default: that of the last time, else 30]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand up" -l workers -d 'Number of worker processes' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand up" -l apis -d 'Number of API processes; all answer on one address' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand up" -l listen -d 'Address and port of the API [default: api.listen]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand up" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand up" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand up" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand up" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand up" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand up" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand up" -l sandbox -d 'Play Reddit and an AI provider on this machine, add a sample campaign, and start on it'
complete -c leadctl -n "__fish_leadctl_using_subcommand up" -l ai -d 'With --sandbox: judge by its chat API instead of the local rules'
complete -c leadctl -n "__fish_leadctl_using_subcommand up" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand up" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand up" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand up" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand up" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand dash" -l interval -d 'Time between two looks; + and - change it' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dash" -l api -d 'Show what the API at this address tells of itself, and nothing else' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dash" -l redis-url -d 'Show the queues on this Redis, whoever works on them; `LEADCTL_REDIS_URL` keeps a password out of sight' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dash" -l snapshot -d 'Print one frame of this size as text and end' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dash" -l view -d 'The view to begin with: overview, queues, jobs, dead-letters, workers, breakers, cache, leads, schedules, events, processes, logs' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dash" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand dash" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dash" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dash" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dash" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dash" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dash" -l read-only -d 'Change nothing: the keys that would are not there'
complete -c leadctl -n "__fish_leadctl_using_subcommand dash" -l light -d 'For a light background [default: what COLORFGBG says]'
complete -c leadctl -n "__fish_leadctl_using_subcommand dash" -l ascii -d 'Write nothing but ASCII [default: where the locale is not UTF-8]'
complete -c leadctl -n "__fish_leadctl_using_subcommand dash" -l mouse -d 'Listen to the mouse; the terminal\'s own way to mark text is gone then'
complete -c leadctl -n "__fish_leadctl_using_subcommand dash" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand dash" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand dash" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand dash" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand dash" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand top" -l interval -d 'Time between two looks; + and - change it' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand top" -l api -d 'Show what the API at this address tells of itself, and nothing else' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand top" -l redis-url -d 'Show the queues on this Redis, whoever works on them; `LEADCTL_REDIS_URL` keeps a password out of sight' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand top" -l snapshot -d 'Print one frame of this size as text and end' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand top" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand top" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand top" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand top" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand top" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand top" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand top" -l read-only -d 'Change nothing: the keys that would are not there'
complete -c leadctl -n "__fish_leadctl_using_subcommand top" -l light -d 'For a light background [default: what COLORFGBG says]'
complete -c leadctl -n "__fish_leadctl_using_subcommand top" -l ascii -d 'Write nothing but ASCII [default: where the locale is not UTF-8]'
complete -c leadctl -n "__fish_leadctl_using_subcommand top" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand top" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand top" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand top" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand top" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand status" -s w -l watch -d 'Draw it again every so many seconds, until Ctrl-C' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand status" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand status" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand status" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand status" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand status" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand status" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand status" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand status" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand status" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand status" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand check" -l max-oldest -d 'Longest time for which a job may have waited' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand check" -l max-failed -d 'Most jobs that may have failed within the time of --within, over the queues looked at' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand check" -l within -d 'How far back failures count' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand check" -l workers -d 'Fewest workers that a queue must have, as QUEUE>=N; may be given several times' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand check" -l queue -d 'Look at these queues only; may be given several times' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand check" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand check" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand check" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand check" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand check" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand check" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand check" -l limits-only -d 'Only the limits given here count'
complete -c leadctl -n "__fish_leadctl_using_subcommand check" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand check" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand check" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand check" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand why" -l queue -d 'The queue of a job whose id names none' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand why" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand why" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand why" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand why" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand why" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand why" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand why" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand why" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand why" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand why" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand why" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand trace" -l queue -d 'The queue of a job whose id names none' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand trace" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand trace" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand trace" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand trace" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand trace" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand trace" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand trace" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand trace" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand trace" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand trace" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand trace" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand api" -l listen -d 'Address and port to listen on [default: api.listen]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand api" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand api" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand api" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand api" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand api" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand api" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand api" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand api" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand api" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand api" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand api" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand worker" -l concurrency -d 'Most jobs at the same time, for each queue [default: worker.concurrency]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand worker" -l listen -d 'Where /metrics, /livez and /readyz are served [default: worker.listen]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand worker" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand worker" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand worker" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand worker" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand worker" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand worker" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand worker" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand worker" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand worker" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand worker" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand worker" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand restart" -l only -d 'Only these processes [default: API and workers]' -r -f -a "api\t'Those that answer HTTP'
worker\t'Those that work on jobs'"
complete -c leadctl -n "__fish_leadctl_using_subcommand restart" -l timeout -d 'Longest time for all of them' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand restart" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand restart" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand restart" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand restart" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand restart" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand restart" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand restart" -l rolling -d 'One at a time; there is no other way, and this says so in scripts'
complete -c leadctl -n "__fish_leadctl_using_subcommand restart" -l dry-run -d 'Only say what would be replaced'
complete -c leadctl -n "__fish_leadctl_using_subcommand restart" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand restart" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand restart" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand restart" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand restart" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand scale" -l timeout -d 'Longest time for all of them' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand scale" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand scale" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand scale" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand scale" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand scale" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand scale" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand scale" -l dry-run -d 'Only say what would change'
complete -c leadctl -n "__fish_leadctl_using_subcommand scale" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand scale" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand scale" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand scale" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand scale" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -f -a "add" -d 'Add a campaign, with a schedule that looks for leads'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -f -a "ls" -d 'List campaigns, by name'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -f -a "list" -d 'List campaigns, by name'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -f -a "show" -d 'Show one campaign, its leads by status, and when it is worked on next'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -f -a "get" -d 'Show one campaign, its leads by status, and when it is worked on next'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -f -a "edit" -d 'Change what a campaign says'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -f -a "rm" -d 'Remove campaigns with all of their leads'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -f -a "remove" -d 'Remove campaigns with all of their leads'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -f -a "delete" -d 'Remove campaigns with all of their leads'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -f -a "pause" -d 'Stop looking for leads for a campaign; what was found stays'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -f -a "resume" -d 'Look for leads again'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from add" -l name -d 'Its name as people read it; its id is made from the first one' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from add" -l description -d 'What you sell, in a sentence or two; an AI judge is told it' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from add" -l keyword -d 'Words and phrases that mark a post as on topic' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from add" -l negative-keyword -d 'Words and phrases that rule a post out' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from add" -l subreddit -d 'Where to look' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from add" -l competitor -d 'Products whose unhappy users you want' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from add" -l blocked-subreddit -d 'Subreddits whose posts are never leads' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from add" -l from -d 'Read all this from a TOML, JSON or YAML file; - is standard input' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from add" -l format -d 'What the file holds [default: by its ending, else guessed]' -r -f -a "toml\t'TOML'
json\t'JSON'
yaml\t'YAML'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from add" -l owner -d 'The user whose it is: an id or a name [default: nobody\'s but the operator\'s]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from add" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from add" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from add" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from add" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from add" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from add" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from add" -l dry-run -d 'Check the fields and add nothing'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from add" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from add" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from ls" -l status -d 'Only these: active or paused' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from ls" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from ls" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from ls" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from ls" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from ls" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from ls" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from ls" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from list" -l status -d 'Only these: active or paused' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from list" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from list" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from list" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from list" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from list" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from show" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from show" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from show" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from show" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from show" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from show" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from get" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from get" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from get" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from get" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from get" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from get" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -l name -d 'Its name as people read it; its id is made from the first one' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -l description -d 'What you sell, in a sentence or two; an AI judge is told it' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -l keyword -d 'Words and phrases that mark a post as on topic' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -l negative-keyword -d 'Words and phrases that rule a post out' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -l subreddit -d 'Where to look' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -l competitor -d 'Products whose unhappy users you want' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -l blocked-subreddit -d 'Subreddits whose posts are never leads' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -l from -d 'Read all this from a TOML, JSON or YAML file; - is standard input' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -l format -d 'What the file holds [default: by its ending, else guessed]' -r -f -a "toml\t'TOML'
json\t'JSON'
yaml\t'YAML'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -l add-keyword -d 'Add to the keywords' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -l remove-keyword -d 'Take from the keywords' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -l add-negative-keyword -d 'Add to the negative keywords' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -l remove-negative-keyword -d 'Take from the negative keywords' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -l add-subreddit -d 'Add to the subreddits' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -l remove-subreddit -d 'Take from the subreddits' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -l add-competitor -d 'Add to the competitors' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -l remove-competitor -d 'Take from the competitors' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -l add-blocked-subreddit -d 'Add to the blocked subreddits' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -l remove-blocked-subreddit -d 'Take from the blocked subreddits' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -l dry-run -d 'Say what would change, and change nothing'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from edit" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from rm" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from rm" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from rm" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from rm" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from rm" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from rm" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from rm" -l dry-run -d 'Say what would go, and remove nothing'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from rm" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from rm" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from rm" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from remove" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from remove" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from remove" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from remove" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from remove" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from remove" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from remove" -l dry-run -d 'Say what would go, and remove nothing'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from remove" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from remove" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from delete" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from delete" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from delete" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from delete" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from delete" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from delete" -l dry-run -d 'Say what would go, and remove nothing'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from delete" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from delete" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from pause" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from pause" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from pause" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from pause" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from pause" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from pause" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from pause" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from pause" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from pause" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from pause" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from pause" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from resume" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from resume" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from resume" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from resume" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from resume" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from resume" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from resume" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from resume" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from resume" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from resume" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a campaign, with a schedule that looks for leads'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List campaigns, by name'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one campaign, its leads by status, and when it is worked on next'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change what a campaign says'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from help" -f -a "rm" -d 'Remove campaigns with all of their leads'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from help" -f -a "pause" -d 'Stop looking for leads for a campaign; what was found stays'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from help" -f -a "resume" -d 'Look for leads again'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaigns; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -f -a "add" -d 'Add a campaign, with a schedule that looks for leads'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -f -a "ls" -d 'List campaigns, by name'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -f -a "list" -d 'List campaigns, by name'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -f -a "show" -d 'Show one campaign, its leads by status, and when it is worked on next'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -f -a "get" -d 'Show one campaign, its leads by status, and when it is worked on next'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -f -a "edit" -d 'Change what a campaign says'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -f -a "rm" -d 'Remove campaigns with all of their leads'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -f -a "remove" -d 'Remove campaigns with all of their leads'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -f -a "delete" -d 'Remove campaigns with all of their leads'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -f -a "pause" -d 'Stop looking for leads for a campaign; what was found stays'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -f -a "resume" -d 'Look for leads again'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and not __fish_seen_subcommand_from add ls list show get edit rm remove delete pause resume help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from add" -l name -d 'Its name as people read it; its id is made from the first one' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from add" -l description -d 'What you sell, in a sentence or two; an AI judge is told it' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from add" -l keyword -d 'Words and phrases that mark a post as on topic' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from add" -l negative-keyword -d 'Words and phrases that rule a post out' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from add" -l subreddit -d 'Where to look' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from add" -l competitor -d 'Products whose unhappy users you want' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from add" -l blocked-subreddit -d 'Subreddits whose posts are never leads' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from add" -l from -d 'Read all this from a TOML, JSON or YAML file; - is standard input' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from add" -l format -d 'What the file holds [default: by its ending, else guessed]' -r -f -a "toml\t'TOML'
json\t'JSON'
yaml\t'YAML'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from add" -l owner -d 'The user whose it is: an id or a name [default: nobody\'s but the operator\'s]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from add" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from add" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from add" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from add" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from add" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from add" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from add" -l dry-run -d 'Check the fields and add nothing'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from add" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from add" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from ls" -l status -d 'Only these: active or paused' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from ls" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from ls" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from ls" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from ls" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from ls" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from ls" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from ls" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -l status -d 'Only these: active or paused' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from show" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from show" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from show" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from show" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from show" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from show" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from get" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from get" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from get" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from get" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from get" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from get" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -l name -d 'Its name as people read it; its id is made from the first one' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -l description -d 'What you sell, in a sentence or two; an AI judge is told it' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -l keyword -d 'Words and phrases that mark a post as on topic' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -l negative-keyword -d 'Words and phrases that rule a post out' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -l subreddit -d 'Where to look' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -l competitor -d 'Products whose unhappy users you want' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -l blocked-subreddit -d 'Subreddits whose posts are never leads' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -l from -d 'Read all this from a TOML, JSON or YAML file; - is standard input' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -l format -d 'What the file holds [default: by its ending, else guessed]' -r -f -a "toml\t'TOML'
json\t'JSON'
yaml\t'YAML'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -l add-keyword -d 'Add to the keywords' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -l remove-keyword -d 'Take from the keywords' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -l add-negative-keyword -d 'Add to the negative keywords' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -l remove-negative-keyword -d 'Take from the negative keywords' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -l add-subreddit -d 'Add to the subreddits' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -l remove-subreddit -d 'Take from the subreddits' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -l add-competitor -d 'Add to the competitors' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -l remove-competitor -d 'Take from the competitors' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -l add-blocked-subreddit -d 'Add to the blocked subreddits' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -l remove-blocked-subreddit -d 'Take from the blocked subreddits' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -l dry-run -d 'Say what would change, and change nothing'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from edit" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from rm" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from rm" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from rm" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from rm" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from rm" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from rm" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from rm" -l dry-run -d 'Say what would go, and remove nothing'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from rm" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from rm" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from rm" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from remove" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from remove" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from remove" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from remove" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from remove" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from remove" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from remove" -l dry-run -d 'Say what would go, and remove nothing'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from remove" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from remove" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from delete" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from delete" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from delete" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from delete" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from delete" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from delete" -l dry-run -d 'Say what would go, and remove nothing'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from delete" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from delete" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from pause" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from pause" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from pause" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from pause" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from pause" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from pause" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from pause" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from pause" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from pause" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from pause" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from pause" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from resume" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from resume" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from resume" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from resume" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from resume" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from resume" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from resume" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from resume" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from resume" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from resume" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a campaign, with a schedule that looks for leads'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List campaigns, by name'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one campaign, its leads by status, and when it is worked on next'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change what a campaign says'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from help" -f -a "rm" -d 'Remove campaigns with all of their leads'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from help" -f -a "pause" -d 'Stop looking for leads for a campaign; what was found stays'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from help" -f -a "resume" -d 'Look for leads again'
complete -c leadctl -n "__fish_leadctl_using_subcommand campaign; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -f -a "ls" -d 'List leads, newest found first'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -f -a "list" -d 'List leads, newest found first'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -f -a "show" -d 'Show leads with all that is known: text, judgement, and how the score came about'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -f -a "get" -d 'Show leads with all that is known: text, judgement, and how the score came about'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -f -a "set-status" -d 'Say where you stand with leads: new, saved, contacted, converted, dismissed'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -f -a "export" -d 'Write all leads out as NDJSON or CSV, newest found first'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -f -a "import" -d 'Look for leads in a dump: NDJSON, plain or zstd, one submission or comment a line'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -f -a "eval" -d 'Judge posts with known labels, and tell how well that was done'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -f -a "evaluate" -d 'Judge posts with known labels, and tell how well that was done'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from ls" -s C -l campaign -d 'Of this campaign: its id or name' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from ls" -l subreddit -d 'In this subreddit' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from ls" -l min-score -d 'With at least this score, 0 to 100' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from ls" -l intent -d 'With this intent' -r -f -a "solution_seeking\t''
pain_point\t''
comparison\t''
competitor_complaint\t''
discussion\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from ls" -l status -d 'In this status' -r -f -a "new\t''
saved\t''
contacted\t''
converted\t''
dismissed\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from ls" -l since -d 'Found since: a span as in 24h or 7d, a date, or an instant in RFC 3339' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from ls" -s n -l limit -d 'At most this many' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from ls" -l cursor -d 'Go on behind the page before: its `next`' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from ls" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from ls" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from ls" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from ls" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from ls" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from ls" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from ls" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from list" -s C -l campaign -d 'Of this campaign: its id or name' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from list" -l subreddit -d 'In this subreddit' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from list" -l min-score -d 'With at least this score, 0 to 100' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from list" -l intent -d 'With this intent' -r -f -a "solution_seeking\t''
pain_point\t''
comparison\t''
competitor_complaint\t''
discussion\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from list" -l status -d 'In this status' -r -f -a "new\t''
saved\t''
contacted\t''
converted\t''
dismissed\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from list" -l since -d 'Found since: a span as in 24h or 7d, a date, or an instant in RFC 3339' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from list" -s n -l limit -d 'At most this many' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from list" -l cursor -d 'Go on behind the page before: its `next`' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from list" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from list" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from list" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from list" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from list" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from show" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from show" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from show" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from show" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from show" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from show" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from get" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from get" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from get" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from get" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from get" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from get" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from set-status" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from set-status" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from set-status" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from set-status" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from set-status" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from set-status" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from set-status" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from set-status" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from set-status" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from set-status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from set-status" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from export" -s C -l campaign -d 'Of this campaign: its id or name' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from export" -l subreddit -d 'In this subreddit' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from export" -l min-score -d 'With at least this score, 0 to 100' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from export" -l intent -d 'With this intent' -r -f -a "solution_seeking\t''
pain_point\t''
comparison\t''
competitor_complaint\t''
discussion\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from export" -l status -d 'In this status' -r -f -a "new\t''
saved\t''
contacted\t''
converted\t''
dismissed\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from export" -l since -d 'Found since: a span as in 24h or 7d, a date, or an instant in RFC 3339' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from export" -l to -d 'Write to this file; - is standard output' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from export" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from export" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from export" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from export" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from export" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from export" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from export" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from export" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from export" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from import" -s C -l campaign -d 'For this campaign: its id or name' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from import" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from import" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from import" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from import" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from import" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from import" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from import" -l restart -d 'Begin anew where an import of this file was broken off'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from import" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from import" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from import" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from eval" -l labels -d 'Posts with their labels, NDJSON or CSV; - is standard input' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from eval" -s C -l campaign -d 'For this campaign: its id or name [default: the only one]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from eval" -l judge -d 'Who judges: rules, a provider by its name, or configured (as the settings have it)' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from eval" -l worst -d 'Tell so many of the mistakes, those made with most confidence first' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from eval" -l fail-under -d 'End with 9 where F1 is below this, 0 to 1' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from eval" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from eval" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from eval" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from eval" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from eval" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from eval" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from eval" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from eval" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from eval" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from eval" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from eval" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from evaluate" -l labels -d 'Posts with their labels, NDJSON or CSV; - is standard input' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from evaluate" -s C -l campaign -d 'For this campaign: its id or name [default: the only one]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from evaluate" -l judge -d 'Who judges: rules, a provider by its name, or configured (as the settings have it)' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from evaluate" -l worst -d 'Tell so many of the mistakes, those made with most confidence first' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from evaluate" -l fail-under -d 'End with 9 where F1 is below this, 0 to 1' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from evaluate" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from evaluate" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from evaluate" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from evaluate" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from evaluate" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from evaluate" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from evaluate" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from evaluate" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from evaluate" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from evaluate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from evaluate" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List leads, newest found first'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show leads with all that is known: text, judgement, and how the score came about'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from help" -f -a "set-status" -d 'Say where you stand with leads: new, saved, contacted, converted, dismissed'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from help" -f -a "export" -d 'Write all leads out as NDJSON or CSV, newest found first'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from help" -f -a "import" -d 'Look for leads in a dump: NDJSON, plain or zstd, one submission or comment a line'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from help" -f -a "eval" -d 'Judge posts with known labels, and tell how well that was done'
complete -c leadctl -n "__fish_leadctl_using_subcommand leads; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -f -a "ls" -d 'List leads, newest found first'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -f -a "list" -d 'List leads, newest found first'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -f -a "show" -d 'Show leads with all that is known: text, judgement, and how the score came about'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -f -a "get" -d 'Show leads with all that is known: text, judgement, and how the score came about'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -f -a "set-status" -d 'Say where you stand with leads: new, saved, contacted, converted, dismissed'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -f -a "export" -d 'Write all leads out as NDJSON or CSV, newest found first'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -f -a "import" -d 'Look for leads in a dump: NDJSON, plain or zstd, one submission or comment a line'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -f -a "eval" -d 'Judge posts with known labels, and tell how well that was done'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -f -a "evaluate" -d 'Judge posts with known labels, and tell how well that was done'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and not __fish_seen_subcommand_from ls list show get set-status export import eval evaluate help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from ls" -s C -l campaign -d 'Of this campaign: its id or name' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from ls" -l subreddit -d 'In this subreddit' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from ls" -l min-score -d 'With at least this score, 0 to 100' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from ls" -l intent -d 'With this intent' -r -f -a "solution_seeking\t''
pain_point\t''
comparison\t''
competitor_complaint\t''
discussion\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from ls" -l status -d 'In this status' -r -f -a "new\t''
saved\t''
contacted\t''
converted\t''
dismissed\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from ls" -l since -d 'Found since: a span as in 24h or 7d, a date, or an instant in RFC 3339' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from ls" -s n -l limit -d 'At most this many' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from ls" -l cursor -d 'Go on behind the page before: its `next`' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from ls" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from ls" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from ls" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from ls" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from ls" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from ls" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from ls" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from list" -s C -l campaign -d 'Of this campaign: its id or name' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from list" -l subreddit -d 'In this subreddit' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from list" -l min-score -d 'With at least this score, 0 to 100' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from list" -l intent -d 'With this intent' -r -f -a "solution_seeking\t''
pain_point\t''
comparison\t''
competitor_complaint\t''
discussion\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from list" -l status -d 'In this status' -r -f -a "new\t''
saved\t''
contacted\t''
converted\t''
dismissed\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from list" -l since -d 'Found since: a span as in 24h or 7d, a date, or an instant in RFC 3339' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from list" -s n -l limit -d 'At most this many' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from list" -l cursor -d 'Go on behind the page before: its `next`' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from list" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from list" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from list" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from list" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from list" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from show" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from show" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from show" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from show" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from show" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from show" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from get" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from get" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from get" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from get" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from get" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from get" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from set-status" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from set-status" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from set-status" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from set-status" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from set-status" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from set-status" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from set-status" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from set-status" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from set-status" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from set-status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from set-status" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from export" -s C -l campaign -d 'Of this campaign: its id or name' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from export" -l subreddit -d 'In this subreddit' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from export" -l min-score -d 'With at least this score, 0 to 100' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from export" -l intent -d 'With this intent' -r -f -a "solution_seeking\t''
pain_point\t''
comparison\t''
competitor_complaint\t''
discussion\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from export" -l status -d 'In this status' -r -f -a "new\t''
saved\t''
contacted\t''
converted\t''
dismissed\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from export" -l since -d 'Found since: a span as in 24h or 7d, a date, or an instant in RFC 3339' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from export" -l to -d 'Write to this file; - is standard output' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from export" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from export" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from export" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from export" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from export" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from export" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from export" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from export" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from export" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from import" -s C -l campaign -d 'For this campaign: its id or name' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from import" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from import" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from import" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from import" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from import" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from import" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from import" -l restart -d 'Begin anew where an import of this file was broken off'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from import" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from import" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from import" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from eval" -l labels -d 'Posts with their labels, NDJSON or CSV; - is standard input' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from eval" -s C -l campaign -d 'For this campaign: its id or name [default: the only one]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from eval" -l judge -d 'Who judges: rules, a provider by its name, or configured (as the settings have it)' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from eval" -l worst -d 'Tell so many of the mistakes, those made with most confidence first' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from eval" -l fail-under -d 'End with 9 where F1 is below this, 0 to 1' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from eval" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from eval" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from eval" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from eval" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from eval" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from eval" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from eval" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from eval" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from eval" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from eval" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from eval" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from evaluate" -l labels -d 'Posts with their labels, NDJSON or CSV; - is standard input' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from evaluate" -s C -l campaign -d 'For this campaign: its id or name [default: the only one]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from evaluate" -l judge -d 'Who judges: rules, a provider by its name, or configured (as the settings have it)' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from evaluate" -l worst -d 'Tell so many of the mistakes, those made with most confidence first' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from evaluate" -l fail-under -d 'End with 9 where F1 is below this, 0 to 1' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from evaluate" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from evaluate" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from evaluate" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from evaluate" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from evaluate" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from evaluate" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from evaluate" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from evaluate" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from evaluate" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from evaluate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from evaluate" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List leads, newest found first'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show leads with all that is known: text, judgement, and how the score came about'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from help" -f -a "set-status" -d 'Say where you stand with leads: new, saved, contacted, converted, dismissed'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from help" -f -a "export" -d 'Write all leads out as NDJSON or CSV, newest found first'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from help" -f -a "import" -d 'Look for leads in a dump: NDJSON, plain or zstd, one submission or comment a line'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from help" -f -a "eval" -d 'Judge posts with known labels, and tell how well that was done'
complete -c leadctl -n "__fish_leadctl_using_subcommand lead; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "enqueue" -d 'Add jobs: one lead or subreddit job, or many from a file'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "run" -d 'Run a job here and now, with no queue and no worker'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "ls" -d 'List jobs'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "list" -d 'List jobs'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "find" -d 'Find jobs by name, payload and error'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "show" -d 'Show all that is known of one job'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "get" -d 'Show all that is known of one job'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "retry" -d 'Run failed or completed jobs again'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "retry-all" -d 'Run all failed jobs again'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "promote" -d 'Let delayed jobs wait no longer'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "cancel" -d 'Stop jobs that run, and remove those that have not begun'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "rm" -d 'Remove jobs that are not active'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "remove" -d 'Remove jobs that are not active'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "delete" -d 'Remove jobs that are not active'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "logs" -d 'Print the log of a job'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "log" -d 'Print the log of a job'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "wait" -d 'Wait until jobs have ended'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from enqueue" -l from -d 'Add one job for each line of this file; `-` reads standard input' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from enqueue" -l queue -d 'With --from: the queue of lines that name none' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from enqueue" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from enqueue" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from enqueue" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from enqueue" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from enqueue" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from enqueue" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from enqueue" -l dry-run -d 'Only check, add nothing'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from enqueue" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from enqueue" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from enqueue" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from enqueue" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from enqueue" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from enqueue" -f -a "lead" -d 'Look for leads for a campaign'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from enqueue" -f -a "subreddit" -d 'Learn what subreddits are like'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from enqueue" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from run" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from run" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from run" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from run" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from run" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from run" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from run" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from run" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from run" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from run" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from run" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from run" -f -a "lead" -d 'Look for leads for a campaign'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from run" -f -a "subreddit" -d 'Learn what subreddits are like'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from run" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l state -d 'In these states, separated by commas [default: all]' -r -f -a "waiting\t''
prioritized\t''
delayed\t''
active\t''
completed\t''
failed\t''
waiting-children\t''
paused\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l limit -d 'At most this many' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l cursor -d 'Go on behind the page that gave this' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -l state -d 'In these states, separated by commas [default: all]' -r -f -a "waiting\t''
prioritized\t''
delayed\t''
active\t''
completed\t''
failed\t''
waiting-children\t''
paused\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -l limit -d 'At most this many' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -l cursor -d 'Go on behind the page that gave this' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from find" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from find" -l name -d 'Of this name' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from find" -l state -d 'In these states, separated by commas [default: all]' -r -f -a "waiting\t''
prioritized\t''
delayed\t''
active\t''
completed\t''
failed\t''
waiting-children\t''
paused\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from find" -l path -d 'With this in their payload: `.a.b[0]=VALUE`, or only a path that leads to something; may be repeated' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from find" -l error -d 'With this in their error, in any case' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from find" -l limit -d 'Stop when so many are found' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from find" -l scan -d 'Look at no more than this many jobs, shared fairly among the queues' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from find" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from find" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from find" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from find" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from find" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from find" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from find" -l all-queues -d 'Of all queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from find" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from find" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from find" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from find" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from find" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from show" -l queue -d 'The queue, where the id names none' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from show" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from show" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from show" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from show" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from show" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from show" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -l queue -d 'The queue, where the id names none' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry" -l queue -d 'Of this queue [default: for ids all known, for all jobs all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry" -l state -d 'With --all: the state of the jobs' -r -f -a "failed\t''
completed\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry" -l all -d 'All jobs in the state of --state'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry" -l dry-run -d 'Only tell which'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry-all" -l queue -d 'Of this queue [default: for ids all known, for all jobs all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry-all" -l state -d 'With --all: the state of the jobs' -r -f -a "failed\t''
completed\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry-all" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry-all" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry-all" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry-all" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry-all" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry-all" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry-all" -l dry-run -d 'Only tell which'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry-all" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry-all" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry-all" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry-all" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from retry-all" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from promote" -l queue -d 'The queue of ids that name none' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from promote" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from promote" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from promote" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from promote" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from promote" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from promote" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from promote" -l dry-run -d 'Only tell which'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from promote" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from promote" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from promote" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from promote" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from promote" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -l queue -d 'The queue of ids that name none' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -l dry-run -d 'Only tell which'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from rm" -l queue -d 'The queue of ids that name none' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from rm" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from rm" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from rm" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from rm" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from rm" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from rm" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from rm" -l dry-run -d 'Only tell which'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from rm" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from rm" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from rm" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from remove" -l queue -d 'The queue of ids that name none' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from remove" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from remove" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from remove" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from remove" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from remove" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from remove" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from remove" -l dry-run -d 'Only tell which'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from remove" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from remove" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from delete" -l queue -d 'The queue of ids that name none' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from delete" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from delete" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from delete" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from delete" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from delete" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from delete" -l dry-run -d 'Only tell which'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from delete" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from delete" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from logs" -l queue -d 'The queue, where the id names none' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from logs" -l tail -d 'Only the last lines, and what follows' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from logs" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from logs" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from logs" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from logs" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from logs" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from logs" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from logs" -s f -l follow -d 'Go on until the job has ended'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from logs" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from logs" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from logs" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from logs" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from logs" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from log" -l queue -d 'The queue, where the id names none' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from log" -l tail -d 'Only the last lines, and what follows' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from log" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from log" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from log" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from log" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from log" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from log" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from log" -s f -l follow -d 'Go on until the job has ended'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from log" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from log" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from log" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from log" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from log" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -l queue -d 'The queue of ids that name none' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -l timeout -d 'Longest time to wait' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "enqueue" -d 'Add jobs: one lead or subreddit job, or many from a file'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "run" -d 'Run a job here and now, with no queue and no worker'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List jobs'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "find" -d 'Find jobs by name, payload and error'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show all that is known of one job'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "retry" -d 'Run failed or completed jobs again'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "retry-all" -d 'Run all failed jobs again'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "promote" -d 'Let delayed jobs wait no longer'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "cancel" -d 'Stop jobs that run, and remove those that have not begun'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "rm" -d 'Remove jobs that are not active'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "logs" -d 'Print the log of a job'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "wait" -d 'Wait until jobs have ended'
complete -c leadctl -n "__fish_leadctl_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "enqueue" -d 'Add jobs: one lead or subreddit job, or many from a file'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "run" -d 'Run a job here and now, with no queue and no worker'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "ls" -d 'List jobs'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "list" -d 'List jobs'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "find" -d 'Find jobs by name, payload and error'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "show" -d 'Show all that is known of one job'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "get" -d 'Show all that is known of one job'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "retry" -d 'Run failed or completed jobs again'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "retry-all" -d 'Run all failed jobs again'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "promote" -d 'Let delayed jobs wait no longer'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "cancel" -d 'Stop jobs that run, and remove those that have not begun'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "rm" -d 'Remove jobs that are not active'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "remove" -d 'Remove jobs that are not active'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "delete" -d 'Remove jobs that are not active'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "logs" -d 'Print the log of a job'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "log" -d 'Print the log of a job'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "wait" -d 'Wait until jobs have ended'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and not __fish_seen_subcommand_from enqueue run ls list find show get retry retry-all promote cancel rm remove delete logs log wait help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from enqueue" -l from -d 'Add one job for each line of this file; `-` reads standard input' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from enqueue" -l queue -d 'With --from: the queue of lines that name none' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from enqueue" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from enqueue" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from enqueue" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from enqueue" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from enqueue" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from enqueue" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from enqueue" -l dry-run -d 'Only check, add nothing'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from enqueue" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from enqueue" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from enqueue" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from enqueue" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from enqueue" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from enqueue" -f -a "lead" -d 'Look for leads for a campaign'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from enqueue" -f -a "subreddit" -d 'Learn what subreddits are like'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from enqueue" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from run" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from run" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from run" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from run" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from run" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from run" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from run" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from run" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from run" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from run" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from run" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from run" -f -a "lead" -d 'Look for leads for a campaign'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from run" -f -a "subreddit" -d 'Learn what subreddits are like'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from run" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from ls" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from ls" -l state -d 'In these states, separated by commas [default: all]' -r -f -a "waiting\t''
prioritized\t''
delayed\t''
active\t''
completed\t''
failed\t''
waiting-children\t''
paused\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from ls" -l limit -d 'At most this many' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from ls" -l cursor -d 'Go on behind the page that gave this' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from ls" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from ls" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from ls" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from ls" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from ls" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from ls" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from ls" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from list" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from list" -l state -d 'In these states, separated by commas [default: all]' -r -f -a "waiting\t''
prioritized\t''
delayed\t''
active\t''
completed\t''
failed\t''
waiting-children\t''
paused\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from list" -l limit -d 'At most this many' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from list" -l cursor -d 'Go on behind the page that gave this' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from list" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from list" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from list" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from list" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from list" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from find" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from find" -l name -d 'Of this name' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from find" -l state -d 'In these states, separated by commas [default: all]' -r -f -a "waiting\t''
prioritized\t''
delayed\t''
active\t''
completed\t''
failed\t''
waiting-children\t''
paused\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from find" -l path -d 'With this in their payload: `.a.b[0]=VALUE`, or only a path that leads to something; may be repeated' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from find" -l error -d 'With this in their error, in any case' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from find" -l limit -d 'Stop when so many are found' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from find" -l scan -d 'Look at no more than this many jobs, shared fairly among the queues' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from find" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from find" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from find" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from find" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from find" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from find" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from find" -l all-queues -d 'Of all queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from find" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from find" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from find" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from find" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from find" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from show" -l queue -d 'The queue, where the id names none' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from show" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from show" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from show" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from show" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from show" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from show" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from get" -l queue -d 'The queue, where the id names none' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from get" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from get" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from get" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from get" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from get" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from get" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry" -l queue -d 'Of this queue [default: for ids all known, for all jobs all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry" -l state -d 'With --all: the state of the jobs' -r -f -a "failed\t''
completed\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry" -l all -d 'All jobs in the state of --state'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry" -l dry-run -d 'Only tell which'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry-all" -l queue -d 'Of this queue [default: for ids all known, for all jobs all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry-all" -l state -d 'With --all: the state of the jobs' -r -f -a "failed\t''
completed\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry-all" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry-all" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry-all" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry-all" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry-all" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry-all" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry-all" -l dry-run -d 'Only tell which'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry-all" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry-all" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry-all" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry-all" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from retry-all" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from promote" -l queue -d 'The queue of ids that name none' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from promote" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from promote" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from promote" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from promote" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from promote" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from promote" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from promote" -l dry-run -d 'Only tell which'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from promote" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from promote" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from promote" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from promote" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from promote" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -l queue -d 'The queue of ids that name none' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -l dry-run -d 'Only tell which'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from rm" -l queue -d 'The queue of ids that name none' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from rm" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from rm" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from rm" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from rm" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from rm" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from rm" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from rm" -l dry-run -d 'Only tell which'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from rm" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from rm" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from rm" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from remove" -l queue -d 'The queue of ids that name none' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from remove" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from remove" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from remove" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from remove" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from remove" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from remove" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from remove" -l dry-run -d 'Only tell which'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from remove" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from remove" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from delete" -l queue -d 'The queue of ids that name none' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from delete" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from delete" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from delete" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from delete" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from delete" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from delete" -l dry-run -d 'Only tell which'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from delete" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from delete" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from logs" -l queue -d 'The queue, where the id names none' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from logs" -l tail -d 'Only the last lines, and what follows' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from logs" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from logs" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from logs" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from logs" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from logs" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from logs" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from logs" -s f -l follow -d 'Go on until the job has ended'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from logs" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from logs" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from logs" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from logs" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from logs" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from log" -l queue -d 'The queue, where the id names none' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from log" -l tail -d 'Only the last lines, and what follows' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from log" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from log" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from log" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from log" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from log" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from log" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from log" -s f -l follow -d 'Go on until the job has ended'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from log" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from log" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from log" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from log" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from log" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from wait" -l queue -d 'The queue of ids that name none' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from wait" -l timeout -d 'Longest time to wait' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from wait" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from wait" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from wait" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from wait" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from wait" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from wait" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from wait" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from wait" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from wait" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from wait" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from wait" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "enqueue" -d 'Add jobs: one lead or subreddit job, or many from a file'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "run" -d 'Run a job here and now, with no queue and no worker'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List jobs'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "find" -d 'Find jobs by name, payload and error'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show all that is known of one job'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "retry" -d 'Run failed or completed jobs again'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "retry-all" -d 'Run all failed jobs again'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "promote" -d 'Let delayed jobs wait no longer'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "cancel" -d 'Stop jobs that run, and remove those that have not begun'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "rm" -d 'Remove jobs that are not active'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "logs" -d 'Print the log of a job'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "wait" -d 'Wait until jobs have ended'
complete -c leadctl -n "__fish_leadctl_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and not __fish_seen_subcommand_from ls list show get help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and not __fish_seen_subcommand_from ls list show get help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and not __fish_seen_subcommand_from ls list show get help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and not __fish_seen_subcommand_from ls list show get help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and not __fish_seen_subcommand_from ls list show get help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and not __fish_seen_subcommand_from ls list show get help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and not __fish_seen_subcommand_from ls list show get help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and not __fish_seen_subcommand_from ls list show get help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and not __fish_seen_subcommand_from ls list show get help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and not __fish_seen_subcommand_from ls list show get help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and not __fish_seen_subcommand_from ls list show get help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and not __fish_seen_subcommand_from ls list show get help" -f -a "ls" -d 'List the subreddits that have been analysed, by name'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and not __fish_seen_subcommand_from ls list show get help" -f -a "list" -d 'List the subreddits that have been analysed, by name'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and not __fish_seen_subcommand_from ls list show get help" -f -a "show" -d 'Show all that is known of a subreddit'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and not __fish_seen_subcommand_from ls list show get help" -f -a "get" -d 'Show all that is known of a subreddit'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and not __fish_seen_subcommand_from ls list show get help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from ls" -l promotion -d 'Only those whose rules take promotion so: open, restricted, forbidden or unknown' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from ls" -l state -d 'Only those in this state: open, private, banned or missing' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from ls" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from ls" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from ls" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from ls" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from ls" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from ls" -l stale -d 'Only those whose analysis is no longer fresh'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from ls" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from ls" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from list" -l promotion -d 'Only those whose rules take promotion so: open, restricted, forbidden or unknown' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from list" -l state -d 'Only those in this state: open, private, banned or missing' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from list" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from list" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from list" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from list" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from list" -l stale -d 'Only those whose analysis is no longer fresh'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from list" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from show" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from show" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from show" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from show" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from show" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from show" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from get" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from get" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from get" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from get" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from get" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from get" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List the subreddits that have been analysed, by name'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show all that is known of a subreddit'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddits; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and not __fish_seen_subcommand_from ls list show get help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and not __fish_seen_subcommand_from ls list show get help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and not __fish_seen_subcommand_from ls list show get help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and not __fish_seen_subcommand_from ls list show get help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and not __fish_seen_subcommand_from ls list show get help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and not __fish_seen_subcommand_from ls list show get help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and not __fish_seen_subcommand_from ls list show get help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and not __fish_seen_subcommand_from ls list show get help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and not __fish_seen_subcommand_from ls list show get help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and not __fish_seen_subcommand_from ls list show get help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and not __fish_seen_subcommand_from ls list show get help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and not __fish_seen_subcommand_from ls list show get help" -f -a "ls" -d 'List the subreddits that have been analysed, by name'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and not __fish_seen_subcommand_from ls list show get help" -f -a "list" -d 'List the subreddits that have been analysed, by name'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and not __fish_seen_subcommand_from ls list show get help" -f -a "show" -d 'Show all that is known of a subreddit'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and not __fish_seen_subcommand_from ls list show get help" -f -a "get" -d 'Show all that is known of a subreddit'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and not __fish_seen_subcommand_from ls list show get help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from ls" -l promotion -d 'Only those whose rules take promotion so: open, restricted, forbidden or unknown' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from ls" -l state -d 'Only those in this state: open, private, banned or missing' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from ls" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from ls" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from ls" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from ls" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from ls" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from ls" -l stale -d 'Only those whose analysis is no longer fresh'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from ls" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from ls" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from list" -l promotion -d 'Only those whose rules take promotion so: open, restricted, forbidden or unknown' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from list" -l state -d 'Only those in this state: open, private, banned or missing' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from list" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from list" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from list" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from list" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from list" -l stale -d 'Only those whose analysis is no longer fresh'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from list" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from show" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from show" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from show" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from show" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from show" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from show" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from get" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from get" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from get" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from get" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from get" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from get" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List the subreddits that have been analysed, by name'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show all that is known of a subreddit'
complete -c leadctl -n "__fish_leadctl_using_subcommand subreddit; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -f -a "ls" -d 'List the queues: how many jobs are where, since when, and who works on them'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -f -a "list" -d 'List the queues: how many jobs are where, since when, and who works on them'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -f -a "show" -d 'Show all about one queue'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -f -a "get" -d 'Show all about one queue'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -f -a "top" -d 'Watch depths and rates as they change'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -f -a "pause" -d 'Let no further job start; those at hand go on'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -f -a "resume" -d 'Let jobs start again'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -f -a "drain" -d 'Remove all jobs that wait'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -f -a "clean" -d 'Remove jobs in one state that have been in it for long'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -f -a "obliterate" -d 'Remove a queue with all that it has'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from list" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from list" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from list" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from list" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from list" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from show" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from show" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from show" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from show" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from show" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from show" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from get" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from get" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from get" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from get" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from get" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from get" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from top" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from top" -l interval -d 'Time between two looks' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from top" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from top" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from top" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from top" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from top" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from top" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from top" -l all-queues -d 'Of all queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from top" -l once -d 'Look once and end'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from top" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from top" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from top" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from top" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from top" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -l all-queues -d 'All queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -l dry-run -d 'Only say what would change'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -l all-queues -d 'All queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -l dry-run -d 'Only say what would change'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from drain" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from drain" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from drain" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from drain" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from drain" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from drain" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from drain" -l delayed -d 'Also the delayed jobs, those that wait for another attempt included'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from drain" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from drain" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from drain" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from drain" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from drain" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from drain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from drain" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from clean" -l state -d 'The state that jobs must be in' -r -f -a "completed\t''
failed\t''
delayed\t''
waiting\t''
prioritized\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from clean" -l older-than -d 'For how long they must have been in it; finished jobs count from their end, others from when they were added' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from clean" -l limit -d 'At most this many [default: all]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from clean" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from clean" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from clean" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from clean" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from clean" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from clean" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from clean" -l all-queues -d 'All queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from clean" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from clean" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from clean" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from clean" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from clean" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from clean" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from clean" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from obliterate" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from obliterate" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from obliterate" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from obliterate" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from obliterate" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from obliterate" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from obliterate" -l force -d 'Also where jobs are active: they go too, and what their workers do is lost'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from obliterate" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from obliterate" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from obliterate" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from obliterate" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from obliterate" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from obliterate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from obliterate" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List the queues: how many jobs are where, since when, and who works on them'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show all about one queue'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from help" -f -a "top" -d 'Watch depths and rates as they change'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from help" -f -a "pause" -d 'Let no further job start; those at hand go on'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from help" -f -a "resume" -d 'Let jobs start again'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from help" -f -a "drain" -d 'Remove all jobs that wait'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from help" -f -a "clean" -d 'Remove jobs in one state that have been in it for long'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from help" -f -a "obliterate" -d 'Remove a queue with all that it has'
complete -c leadctl -n "__fish_leadctl_using_subcommand queue; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -f -a "ls" -d 'List the queues: how many jobs are where, since when, and who works on them'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -f -a "list" -d 'List the queues: how many jobs are where, since when, and who works on them'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -f -a "show" -d 'Show all about one queue'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -f -a "get" -d 'Show all about one queue'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -f -a "top" -d 'Watch depths and rates as they change'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -f -a "pause" -d 'Let no further job start; those at hand go on'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -f -a "resume" -d 'Let jobs start again'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -f -a "drain" -d 'Remove all jobs that wait'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -f -a "clean" -d 'Remove jobs in one state that have been in it for long'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -f -a "obliterate" -d 'Remove a queue with all that it has'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list show get top pause resume drain clean obliterate help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from show" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from show" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from show" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from show" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from show" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from show" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from get" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from top" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from top" -l interval -d 'Time between two looks' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from top" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from top" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from top" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from top" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from top" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from top" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from top" -l all-queues -d 'Of all queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from top" -l once -d 'Look once and end'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from top" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from top" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from top" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from top" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from top" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -l all-queues -d 'All queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -l dry-run -d 'Only say what would change'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -l all-queues -d 'All queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -l dry-run -d 'Only say what would change'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from drain" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from drain" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from drain" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from drain" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from drain" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from drain" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from drain" -l delayed -d 'Also the delayed jobs, those that wait for another attempt included'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from drain" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from drain" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from drain" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from drain" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from drain" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from drain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from drain" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from clean" -l state -d 'The state that jobs must be in' -r -f -a "completed\t''
failed\t''
delayed\t''
waiting\t''
prioritized\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from clean" -l older-than -d 'For how long they must have been in it; finished jobs count from their end, others from when they were added' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from clean" -l limit -d 'At most this many [default: all]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from clean" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from clean" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from clean" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from clean" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from clean" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from clean" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from clean" -l all-queues -d 'All queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from clean" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from clean" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from clean" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from clean" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from clean" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from clean" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from clean" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from obliterate" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from obliterate" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from obliterate" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from obliterate" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from obliterate" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from obliterate" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from obliterate" -l force -d 'Also where jobs are active: they go too, and what their workers do is lost'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from obliterate" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from obliterate" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from obliterate" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from obliterate" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from obliterate" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from obliterate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from obliterate" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List the queues: how many jobs are where, since when, and who works on them'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show all about one queue'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from help" -f -a "top" -d 'Watch depths and rates as they change'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from help" -f -a "pause" -d 'Let no further job start; those at hand go on'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from help" -f -a "resume" -d 'Let jobs start again'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from help" -f -a "drain" -d 'Remove all jobs that wait'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from help" -f -a "clean" -d 'Remove jobs in one state that have been in it for long'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from help" -f -a "obliterate" -d 'Remove a queue with all that it has'
complete -c leadctl -n "__fish_leadctl_using_subcommand queues; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -f -a "ls" -d 'List the schedules: how each recurs, and its next and last time'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -f -a "list" -d 'List the schedules: how each recurs, and its next and last time'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -f -a "show" -d 'Show one schedule and its next five times'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -f -a "get" -d 'Show one schedule and its next five times'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -f -a "set" -d 'Make a schedule or change it'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -f -a "rm" -d 'Remove schedules'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -f -a "remove" -d 'Remove schedules'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -f -a "delete" -d 'Remove schedules'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -f -a "run" -d 'Add the job of a schedule now, beside its next regular one'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l queue -d 'Only those of this queue' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from ls" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from ls" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from list" -l queue -d 'Only those of this queue' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from list" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from list" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from list" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from list" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from list" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from show" -l queue -d 'Its queue, where several have one of that id' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from show" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from show" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from show" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from show" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from show" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from show" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from get" -l queue -d 'Its queue, where several have one of that id' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from get" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from get" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from get" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from get" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from get" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from get" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from set" -l queue -d 'The queue that its jobs go to [default: by what the job is]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from set" -l every -d 'At multiples of this span' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from set" -l cron -d 'By a cron expression' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from set" -l tz -d 'Time zone of the cron expression, as in Europe/Berlin [default: UTC]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from set" -l campaign -d 'Look for leads for this campaign' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from set" -l strategy -d 'Where and for what to look: targeted, global, comments or competitors' -r -f -a "targeted\t''
global\t''
comments\t''
competitors\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from set" -l subreddit -d 'Analyse this subreddit' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from set" -l name -d 'Any job, by its name' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from set" -l data -d 'Payload of that job, as JSON' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from set" -l priority -d 'Priority of its jobs: 1 is the most urgent, 0 is none and goes first' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from set" -l attempts -d 'Attempts of each job' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from set" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from set" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from set" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from set" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from set" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from set" -l create-queue -d 'Let its jobs go to a queue that is not there yet'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from set" -l dry-run -d 'Only check it and show the next times'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from set" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from set" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from set" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from rm" -l queue -d 'Their queue, where several have one of that id' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from rm" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from rm" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from rm" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from rm" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from rm" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from rm" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from rm" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from rm" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from rm" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from rm" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from remove" -l queue -d 'Their queue, where several have one of that id' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from remove" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from remove" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from remove" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from remove" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from remove" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from remove" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from remove" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from remove" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from remove" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l queue -d 'Their queue, where several have one of that id' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from delete" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from run" -l queue -d 'Its queue, where several have one of that id' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from run" -l timeout -d 'Longest time to wait' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from run" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from run" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from run" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from run" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from run" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from run" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from run" -l wait -d 'Wait until the job has ended, and end by its outcome'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from run" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from run" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from run" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from run" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from run" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List the schedules: how each recurs, and its next and last time'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one schedule and its next five times'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from help" -f -a "set" -d 'Make a schedule or change it'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from help" -f -a "rm" -d 'Remove schedules'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from help" -f -a "run" -d 'Add the job of a schedule now, beside its next regular one'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedule; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -f -a "ls" -d 'List the schedules: how each recurs, and its next and last time'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -f -a "list" -d 'List the schedules: how each recurs, and its next and last time'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -f -a "show" -d 'Show one schedule and its next five times'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -f -a "get" -d 'Show one schedule and its next five times'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -f -a "set" -d 'Make a schedule or change it'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -f -a "rm" -d 'Remove schedules'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -f -a "remove" -d 'Remove schedules'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -f -a "delete" -d 'Remove schedules'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -f -a "run" -d 'Add the job of a schedule now, beside its next regular one'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and not __fish_seen_subcommand_from ls list show get set rm remove delete run help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l queue -d 'Only those of this queue' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from ls" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from ls" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from list" -l queue -d 'Only those of this queue' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from list" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from list" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from list" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from list" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from list" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from show" -l queue -d 'Its queue, where several have one of that id' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from show" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from show" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from show" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from show" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from show" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from show" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from get" -l queue -d 'Its queue, where several have one of that id' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from get" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from get" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from get" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from get" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from get" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from get" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from set" -l queue -d 'The queue that its jobs go to [default: by what the job is]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from set" -l every -d 'At multiples of this span' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from set" -l cron -d 'By a cron expression' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from set" -l tz -d 'Time zone of the cron expression, as in Europe/Berlin [default: UTC]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from set" -l campaign -d 'Look for leads for this campaign' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from set" -l strategy -d 'Where and for what to look: targeted, global, comments or competitors' -r -f -a "targeted\t''
global\t''
comments\t''
competitors\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from set" -l subreddit -d 'Analyse this subreddit' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from set" -l name -d 'Any job, by its name' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from set" -l data -d 'Payload of that job, as JSON' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from set" -l priority -d 'Priority of its jobs: 1 is the most urgent, 0 is none and goes first' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from set" -l attempts -d 'Attempts of each job' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from set" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from set" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from set" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from set" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from set" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from set" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from set" -l create-queue -d 'Let its jobs go to a queue that is not there yet'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from set" -l dry-run -d 'Only check it and show the next times'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from set" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from set" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from set" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from rm" -l queue -d 'Their queue, where several have one of that id' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from rm" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from rm" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from rm" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from rm" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from rm" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from rm" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from rm" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from rm" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from rm" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from rm" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from remove" -l queue -d 'Their queue, where several have one of that id' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from remove" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from remove" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from remove" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from remove" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from remove" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from remove" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from remove" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from remove" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from remove" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l queue -d 'Their queue, where several have one of that id' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from delete" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from run" -l queue -d 'Its queue, where several have one of that id' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from run" -l timeout -d 'Longest time to wait' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from run" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from run" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from run" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from run" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from run" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from run" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from run" -l wait -d 'Wait until the job has ended, and end by its outcome'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from run" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from run" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from run" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from run" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from run" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List the schedules: how each recurs, and its next and last time'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one schedule and its next five times'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from help" -f -a "set" -d 'Make a schedule or change it'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from help" -f -a "rm" -d 'Remove schedules'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from help" -f -a "run" -d 'Add the job of a schedule now, beside its next regular one'
complete -c leadctl -n "__fish_leadctl_using_subcommand schedules; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -f -a "status" -d 'Show how the breakers stand: state, since when, next trial, figures, last errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -f -a "ls" -d 'Show how the breakers stand: state, since when, next trial, figures, last errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -f -a "list" -d 'Show how the breakers stand: state, since when, next trial, figures, last errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -f -a "show" -d 'Show how the breakers stand: state, since when, next trial, figures, last errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -f -a "trip" -d 'Reject all calls, for a while or until reset'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -f -a "reset" -d 'Close breakers and forget what was, also what was set by hand'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -f -a "disable" -d 'Let all calls through, whatever comes of them'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -f -a "probe" -d 'End the wait: the next calls are the trials'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -f -a "history" -d 'List the last changes: when, from what to what, why and by whom'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from status" -s w -l watch -d 'Show it again every so many seconds, until Ctrl-C' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from status" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from status" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from status" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from status" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from status" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from status" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from status" -l check -d 'Exit with 1 where one is not closed'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from status" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from status" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from status" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from ls" -s w -l watch -d 'Show it again every so many seconds, until Ctrl-C' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from ls" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from ls" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from ls" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from ls" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from ls" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from ls" -l check -d 'Exit with 1 where one is not closed'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from ls" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from ls" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from list" -s w -l watch -d 'Show it again every so many seconds, until Ctrl-C' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from list" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from list" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from list" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from list" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from list" -l check -d 'Exit with 1 where one is not closed'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from list" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from show" -s w -l watch -d 'Show it again every so many seconds, until Ctrl-C' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from show" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from show" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from show" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from show" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from show" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from show" -l check -d 'Exit with 1 where one is not closed'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from show" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from trip" -l for -d 'For this long [default: until it is reset]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from trip" -l reason -d 'Why, for those who look at it later' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from trip" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from trip" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from trip" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from trip" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from trip" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from trip" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from trip" -l dry-run -d 'Only say what would be done'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from trip" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from trip" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from trip" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from trip" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from trip" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from reset" -l reason -d 'Why, for those who look at it later' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from reset" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from reset" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from reset" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from reset" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from reset" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from reset" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from reset" -l dry-run -d 'Only say what would be done'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from reset" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from reset" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from reset" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from reset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from reset" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from disable" -l for -d 'For this long [default: until it is reset]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from disable" -l reason -d 'Why, for those who look at it later' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from disable" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from disable" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from disable" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from disable" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from disable" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from disable" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from disable" -l metrics-only -d 'Keep counting, so that `leadctl breaker status` tells how calls go'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from disable" -l dry-run -d 'Only say what would be done'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from disable" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from disable" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from disable" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from disable" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from disable" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from probe" -l reason -d 'Why, for those who look at it later' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from probe" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from probe" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from probe" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from probe" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from probe" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from probe" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from probe" -l dry-run -d 'Only say what would be done'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from probe" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from probe" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from probe" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from probe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from probe" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from history" -l limit -d 'No more than the last so many' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from history" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from history" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from history" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from history" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from history" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from history" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from history" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from history" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from history" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from history" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from history" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from help" -f -a "status" -d 'Show how the breakers stand: state, since when, next trial, figures, last errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from help" -f -a "trip" -d 'Reject all calls, for a while or until reset'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from help" -f -a "reset" -d 'Close breakers and forget what was, also what was set by hand'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from help" -f -a "disable" -d 'Let all calls through, whatever comes of them'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from help" -f -a "probe" -d 'End the wait: the next calls are the trials'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from help" -f -a "history" -d 'List the last changes: when, from what to what, why and by whom'
complete -c leadctl -n "__fish_leadctl_using_subcommand breaker; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -f -a "status" -d 'Show how the breakers stand: state, since when, next trial, figures, last errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -f -a "ls" -d 'Show how the breakers stand: state, since when, next trial, figures, last errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -f -a "list" -d 'Show how the breakers stand: state, since when, next trial, figures, last errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -f -a "show" -d 'Show how the breakers stand: state, since when, next trial, figures, last errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -f -a "trip" -d 'Reject all calls, for a while or until reset'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -f -a "reset" -d 'Close breakers and forget what was, also what was set by hand'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -f -a "disable" -d 'Let all calls through, whatever comes of them'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -f -a "probe" -d 'End the wait: the next calls are the trials'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -f -a "history" -d 'List the last changes: when, from what to what, why and by whom'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and not __fish_seen_subcommand_from status ls list show trip reset disable probe history help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from status" -s w -l watch -d 'Show it again every so many seconds, until Ctrl-C' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from status" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from status" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from status" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from status" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from status" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from status" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from status" -l check -d 'Exit with 1 where one is not closed'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from status" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from status" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from status" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from ls" -s w -l watch -d 'Show it again every so many seconds, until Ctrl-C' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from ls" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from ls" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from ls" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from ls" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from ls" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from ls" -l check -d 'Exit with 1 where one is not closed'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from ls" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from ls" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from list" -s w -l watch -d 'Show it again every so many seconds, until Ctrl-C' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from list" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from list" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from list" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from list" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from list" -l check -d 'Exit with 1 where one is not closed'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from list" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from show" -s w -l watch -d 'Show it again every so many seconds, until Ctrl-C' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from show" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from show" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from show" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from show" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from show" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from show" -l check -d 'Exit with 1 where one is not closed'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from show" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from trip" -l for -d 'For this long [default: until it is reset]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from trip" -l reason -d 'Why, for those who look at it later' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from trip" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from trip" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from trip" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from trip" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from trip" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from trip" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from trip" -l dry-run -d 'Only say what would be done'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from trip" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from trip" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from trip" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from trip" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from trip" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from reset" -l reason -d 'Why, for those who look at it later' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from reset" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from reset" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from reset" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from reset" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from reset" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from reset" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from reset" -l dry-run -d 'Only say what would be done'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from reset" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from reset" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from reset" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from reset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from reset" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from disable" -l for -d 'For this long [default: until it is reset]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from disable" -l reason -d 'Why, for those who look at it later' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from disable" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from disable" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from disable" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from disable" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from disable" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from disable" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from disable" -l metrics-only -d 'Keep counting, so that `leadctl breaker status` tells how calls go'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from disable" -l dry-run -d 'Only say what would be done'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from disable" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from disable" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from disable" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from disable" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from disable" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from probe" -l reason -d 'Why, for those who look at it later' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from probe" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from probe" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from probe" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from probe" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from probe" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from probe" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from probe" -l dry-run -d 'Only say what would be done'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from probe" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from probe" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from probe" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from probe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from probe" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from history" -l limit -d 'No more than the last so many' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from history" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from history" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from history" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from history" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from history" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from history" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from history" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from history" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from history" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from history" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from history" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from help" -f -a "status" -d 'Show how the breakers stand: state, since when, next trial, figures, last errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from help" -f -a "trip" -d 'Reject all calls, for a while or until reset'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from help" -f -a "reset" -d 'Close breakers and forget what was, also what was set by hand'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from help" -f -a "disable" -d 'Let all calls through, whatever comes of them'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from help" -f -a "probe" -d 'End the wait: the next calls are the trials'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from help" -f -a "history" -d 'List the last changes: when, from what to what, why and by whom'
complete -c leadctl -n "__fish_leadctl_using_subcommand breakers; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -f -a "ls" -d 'List the groups: how many, since when, an example'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -f -a "list" -d 'List the groups: how many, since when, an example'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -f -a "show" -d 'List the jobs of groups'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -f -a "get" -d 'List the jobs of groups'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -f -a "retry" -d 'Run the jobs of groups again, at a pace'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -f -a "rm" -d 'Remove the jobs of groups'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -f -a "remove" -d 'Remove the jobs of groups'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -f -a "delete" -d 'Remove the jobs of groups'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -f -a "export" -d 'Print the jobs of groups for other programs'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l scan -d 'Look at no more than this many jobs, shared fairly among the queues' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l all-queues -d 'Of all queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l scan -d 'Look at no more than this many jobs, shared fairly among the queues' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l all-queues -d 'Of all queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from show" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from show" -l scan -d 'Look at no more than this many jobs, shared fairly among the queues' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from show" -l limit -d 'List no more than this many' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from show" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from show" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from show" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from show" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from show" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from show" -l all-queues -d 'Of all queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from show" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -l scan -d 'Look at no more than this many jobs, shared fairly among the queues' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -l limit -d 'List no more than this many' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -l all-queues -d 'Of all queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l scan -d 'Look at no more than this many jobs, shared fairly among the queues' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l rate -d 'How many in a second, minute or hour' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l limit -d 'No more than this many' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l batch -d 'Jobs among which those are counted that fail again' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l stop-after-failures -d 'Stop when more than this many of a batch have failed again [default: half of it]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l all -d 'All dead letters'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l all-queues -d 'Of all queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l dry-run -d 'Only tell which'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from rm" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from rm" -l scan -d 'Look at no more than this many jobs, shared fairly among the queues' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from rm" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from rm" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from rm" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from rm" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from rm" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from rm" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from rm" -l all -d 'All dead letters'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from rm" -l all-queues -d 'Of all queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from rm" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from rm" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from rm" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from rm" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from remove" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from remove" -l scan -d 'Look at no more than this many jobs, shared fairly among the queues' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from remove" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from remove" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from remove" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from remove" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from remove" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from remove" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from remove" -l all -d 'All dead letters'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from remove" -l all-queues -d 'Of all queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from remove" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from remove" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from remove" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from delete" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from delete" -l scan -d 'Look at no more than this many jobs, shared fairly among the queues' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from delete" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from delete" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from delete" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from delete" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from delete" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from delete" -l all -d 'All dead letters'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from delete" -l all-queues -d 'Of all queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from delete" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from delete" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from delete" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l scan -d 'Look at no more than this many jobs, shared fairly among the queues' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l all -d 'All dead letters'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l all-queues -d 'Of all queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List the groups: how many, since when, an example'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from help" -f -a "show" -d 'List the jobs of groups'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from help" -f -a "retry" -d 'Run the jobs of groups again, at a pace'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from help" -f -a "rm" -d 'Remove the jobs of groups'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from help" -f -a "export" -d 'Print the jobs of groups for other programs'
complete -c leadctl -n "__fish_leadctl_using_subcommand dlq; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -f -a "ls" -d 'List the groups: how many, since when, an example'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -f -a "list" -d 'List the groups: how many, since when, an example'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -f -a "show" -d 'List the jobs of groups'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -f -a "get" -d 'List the jobs of groups'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -f -a "retry" -d 'Run the jobs of groups again, at a pace'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -f -a "rm" -d 'Remove the jobs of groups'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -f -a "remove" -d 'Remove the jobs of groups'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -f -a "delete" -d 'Remove the jobs of groups'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -f -a "export" -d 'Print the jobs of groups for other programs'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list show get retry rm remove delete export help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l scan -d 'Look at no more than this many jobs, shared fairly among the queues' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l all-queues -d 'Of all queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l scan -d 'Look at no more than this many jobs, shared fairly among the queues' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l all-queues -d 'Of all queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from show" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from show" -l scan -d 'Look at no more than this many jobs, shared fairly among the queues' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from show" -l limit -d 'List no more than this many' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from show" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from show" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from show" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from show" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from show" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from show" -l all-queues -d 'Of all queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from show" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -l scan -d 'Look at no more than this many jobs, shared fairly among the queues' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -l limit -d 'List no more than this many' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -l all-queues -d 'Of all queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l scan -d 'Look at no more than this many jobs, shared fairly among the queues' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l rate -d 'How many in a second, minute or hour' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l limit -d 'No more than this many' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l batch -d 'Jobs among which those are counted that fail again' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l stop-after-failures -d 'Stop when more than this many of a batch have failed again [default: half of it]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l all -d 'All dead letters'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l all-queues -d 'Of all queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l dry-run -d 'Only tell which'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from rm" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from rm" -l scan -d 'Look at no more than this many jobs, shared fairly among the queues' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from rm" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from rm" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from rm" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from rm" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from rm" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from rm" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from rm" -l all -d 'All dead letters'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from rm" -l all-queues -d 'Of all queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from rm" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from rm" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from rm" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from rm" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from remove" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from remove" -l scan -d 'Look at no more than this many jobs, shared fairly among the queues' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from remove" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from remove" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from remove" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from remove" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from remove" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from remove" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from remove" -l all -d 'All dead letters'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from remove" -l all-queues -d 'Of all queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from remove" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from remove" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from remove" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from delete" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from delete" -l scan -d 'Look at no more than this many jobs, shared fairly among the queues' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from delete" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from delete" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from delete" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from delete" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from delete" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from delete" -l all -d 'All dead letters'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from delete" -l all-queues -d 'Of all queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from delete" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from delete" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from delete" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l scan -d 'Look at no more than this many jobs, shared fairly among the queues' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l all -d 'All dead letters'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l all-queues -d 'Of all queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List the groups: how many, since when, an example'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from help" -f -a "show" -d 'List the jobs of groups'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from help" -f -a "retry" -d 'Run the jobs of groups again, at a pace'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from help" -f -a "rm" -d 'Remove the jobs of groups'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from help" -f -a "export" -d 'Print the jobs of groups for other programs'
complete -c leadctl -n "__fish_leadctl_using_subcommand dead-letters; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand events" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand events" -l kind -d 'Of these kinds, separated by commas [default: all]' -r -f -a "added\t''
waiting\t''
active\t''
progress\t''
completed\t''
failed\t''
delayed\t''
stalled\t''
removed\t''
paused\t''
resumed\t''
breaker\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand events" -l since -d 'No older than this: a span as in 5m, or a time' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand events" -l tail -d 'Begin with the last N that there are [default: 50; with --follow none, with --since all]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand events" -l limit -d 'End when this many have been told' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand events" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand events" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand events" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand events" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand events" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand events" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand events" -s f -l follow -d 'Go on with what happens next, until Ctrl-C'
complete -c leadctl -n "__fish_leadctl_using_subcommand events" -l all-queues -d 'Of all queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand events" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand events" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand events" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand events" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand events" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand event" -l queue -d 'Of this queue; may be repeated [default: all queues of this system]' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand event" -l kind -d 'Of these kinds, separated by commas [default: all]' -r -f -a "added\t''
waiting\t''
active\t''
progress\t''
completed\t''
failed\t''
delayed\t''
stalled\t''
removed\t''
paused\t''
resumed\t''
breaker\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand event" -l since -d 'No older than this: a span as in 5m, or a time' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand event" -l tail -d 'Begin with the last N that there are [default: 50; with --follow none, with --since all]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand event" -l limit -d 'End when this many have been told' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand event" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand event" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand event" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand event" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand event" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand event" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand event" -s f -l follow -d 'Go on with what happens next, until Ctrl-C'
complete -c leadctl -n "__fish_leadctl_using_subcommand event" -l all-queues -d 'Of all queues, also those of others'
complete -c leadctl -n "__fish_leadctl_using_subcommand event" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand event" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand event" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand event" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand event" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list concurrency help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list concurrency help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list concurrency help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list concurrency help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list concurrency help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list concurrency help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list concurrency help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list concurrency help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list concurrency help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list concurrency help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list concurrency help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list concurrency help" -f -a "ls" -d 'List the workers that are alive'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list concurrency help" -f -a "list" -d 'List the workers that are alive'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list concurrency help" -f -a "concurrency" -d 'Set how many jobs each worker runs at the same time, while they work'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list concurrency help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -l queue -d 'Only those that work on this queue, whosever they are; may be repeated' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -s a -l all -d 'Also the supervisor, the API and the sandbox'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -l all-queues -d 'Those that work on any queue, whosever they are'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l queue -d 'Only those that work on this queue, whosever they are; may be repeated' -r -f -a "lead-discovery\t''
subreddit-analysis\t''
webhooks\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from list" -s a -l all -d 'Also the supervisor, the API and the sandbox'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l all-queues -d 'Those that work on any queue, whosever they are'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from concurrency" -l queue -d 'Only for this queue; may be given more than once [default: all that workers work on]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from concurrency" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from concurrency" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from concurrency" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from concurrency" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from concurrency" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from concurrency" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from concurrency" -l reset -d 'Back to what each worker\'s settings say'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from concurrency" -l dry-run -d 'Only say what would change'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from concurrency" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from concurrency" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from concurrency" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from concurrency" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from concurrency" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List the workers that are alive'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from help" -f -a "concurrency" -d 'Set how many jobs each worker runs at the same time, while they work'
complete -c leadctl -n "__fish_leadctl_using_subcommand workers; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and not __fish_seen_subcommand_from stats ls list get show rm remove delete flush help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and not __fish_seen_subcommand_from stats ls list get show rm remove delete flush help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and not __fish_seen_subcommand_from stats ls list get show rm remove delete flush help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and not __fish_seen_subcommand_from stats ls list get show rm remove delete flush help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and not __fish_seen_subcommand_from stats ls list get show rm remove delete flush help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and not __fish_seen_subcommand_from stats ls list get show rm remove delete flush help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and not __fish_seen_subcommand_from stats ls list get show rm remove delete flush help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and not __fish_seen_subcommand_from stats ls list get show rm remove delete flush help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and not __fish_seen_subcommand_from stats ls list get show rm remove delete flush help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and not __fish_seen_subcommand_from stats ls list get show rm remove delete flush help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and not __fish_seen_subcommand_from stats ls list get show rm remove delete flush help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and not __fish_seen_subcommand_from stats ls list get show rm remove delete flush help" -f -a "stats" -d 'Tell how often answers were found, how much is kept, and what was saved'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and not __fish_seen_subcommand_from stats ls list get show rm remove delete flush help" -f -a "ls" -d 'List entries, those that end soonest first'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and not __fish_seen_subcommand_from stats ls list get show rm remove delete flush help" -f -a "list" -d 'List entries, those that end soonest first'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and not __fish_seen_subcommand_from stats ls list get show rm remove delete flush help" -f -a "get" -d 'Show one entry with its answer'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and not __fish_seen_subcommand_from stats ls list get show rm remove delete flush help" -f -a "show" -d 'Show one entry with its answer'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and not __fish_seen_subcommand_from stats ls list get show rm remove delete flush help" -f -a "rm" -d 'Remove entries'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and not __fish_seen_subcommand_from stats ls list get show rm remove delete flush help" -f -a "remove" -d 'Remove entries'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and not __fish_seen_subcommand_from stats ls list get show rm remove delete flush help" -f -a "delete" -d 'Remove entries'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and not __fish_seen_subcommand_from stats ls list get show rm remove delete flush help" -f -a "flush" -d 'Remove all entries, or all of some kinds; nothing else'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and not __fish_seen_subcommand_from stats ls list get show rm remove delete flush help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from stats" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from stats" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from stats" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from stats" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from stats" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from stats" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from stats" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from stats" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from stats" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from stats" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from stats" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from ls" -l kind -d 'Of these kinds, separated by commas [default: all]' -r -f -a "ai\t''
reddit-about\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from ls" -l limit -d 'At most this many' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from ls" -l cursor -d 'Go on behind the page that gave this' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from ls" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from ls" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from ls" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from ls" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from ls" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from ls" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from ls" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from list" -l kind -d 'Of these kinds, separated by commas [default: all]' -r -f -a "ai\t''
reddit-about\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from list" -l limit -d 'At most this many' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from list" -l cursor -d 'Go on behind the page that gave this' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from list" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from list" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from list" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from list" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from list" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from get" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from get" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from get" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from get" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from get" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from get" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from show" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from show" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from show" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from show" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from show" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from show" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from rm" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from rm" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from rm" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from rm" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from rm" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from rm" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from rm" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from rm" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from rm" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from rm" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from remove" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from remove" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from remove" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from remove" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from remove" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from remove" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from remove" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from remove" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from remove" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from delete" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from delete" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from delete" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from delete" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from delete" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from delete" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from delete" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from delete" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from flush" -l kind -d 'Of these kinds, separated by commas [default: all]' -r -f -a "ai\t''
reddit-about\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from flush" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from flush" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from flush" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from flush" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from flush" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from flush" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from flush" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from flush" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from flush" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from flush" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from flush" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from flush" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from flush" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from help" -f -a "stats" -d 'Tell how often answers were found, how much is kept, and what was saved'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List entries, those that end soonest first'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show one entry with its answer'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from help" -f -a "rm" -d 'Remove entries'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from help" -f -a "flush" -d 'Remove all entries, or all of some kinds; nothing else'
complete -c leadctl -n "__fish_leadctl_using_subcommand cache; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -f -a "add" -d 'Add a webhook'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -f -a "ls" -d 'List webhooks'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -f -a "list" -d 'List webhooks'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -f -a "rm" -d 'Remove webhooks'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -f -a "remove" -d 'Remove webhooks'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -f -a "delete" -d 'Remove webhooks'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -f -a "test" -d 'Send a message without a lead, now, and say how that went'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from add" -l kind -d 'Who reads it: slack, discord or generic' -r -f -a "slack\t''
discord\t''
generic\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from add" -l min-score -d 'Leads with at least this score, 0 to 100' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from add" -l owner -d 'The user for whose campaigns it is: an id or a name [default: the operator\'s own campaigns]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from add" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from add" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from add" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from add" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from add" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from add" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from add" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from add" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from ls" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from ls" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from ls" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from ls" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from ls" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from ls" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from ls" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from list" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from list" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from list" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from list" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from list" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from rm" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from rm" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from rm" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from rm" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from rm" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from rm" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from rm" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from rm" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from rm" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from rm" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from remove" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from remove" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from remove" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from remove" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from remove" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from remove" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from remove" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from remove" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from remove" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from delete" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from delete" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from delete" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from delete" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from delete" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from delete" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from delete" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from delete" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from test" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from test" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from test" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from test" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from test" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from test" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from test" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from test" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from test" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from test" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from test" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a webhook'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List webhooks'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "rm" -d 'Remove webhooks'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "test" -d 'Send a message without a lead, now, and say how that went'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -f -a "add" -d 'Add a webhook'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -f -a "ls" -d 'List webhooks'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -f -a "list" -d 'List webhooks'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -f -a "rm" -d 'Remove webhooks'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -f -a "remove" -d 'Remove webhooks'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -f -a "delete" -d 'Remove webhooks'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -f -a "test" -d 'Send a message without a lead, now, and say how that went'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and not __fish_seen_subcommand_from add ls list rm remove delete test help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from add" -l kind -d 'Who reads it: slack, discord or generic' -r -f -a "slack\t''
discord\t''
generic\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from add" -l min-score -d 'Leads with at least this score, 0 to 100' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from add" -l owner -d 'The user for whose campaigns it is: an id or a name [default: the operator\'s own campaigns]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from add" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from add" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from add" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from add" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from add" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from add" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from add" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from add" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from ls" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from ls" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from ls" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from ls" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from ls" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from ls" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from ls" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from list" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from list" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from list" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from list" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from list" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from rm" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from rm" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from rm" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from rm" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from rm" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from rm" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from rm" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from rm" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from rm" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from rm" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from remove" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from remove" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from remove" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from remove" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from remove" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from remove" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from remove" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from remove" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from remove" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from delete" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from delete" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from delete" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from delete" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from delete" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from delete" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from delete" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from delete" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from test" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from test" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from test" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from test" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from test" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from test" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from test" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from test" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from test" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from test" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from test" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a webhook'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List webhooks'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "rm" -d 'Remove webhooks'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "test" -d 'Send a message without a lead, now, and say how that went'
complete -c leadctl -n "__fish_leadctl_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -f -a "add" -d 'Add an account, by its user\'s consent in a browser, a refresh token or a password'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -f -a "ls" -d 'List accounts'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -f -a "list" -d 'List accounts'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -f -a "show" -d 'Show an account'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -f -a "get" -d 'Show an account'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -f -a "rm" -d 'Remove accounts'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -f -a "remove" -d 'Remove accounts'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -f -a "delete" -d 'Remove accounts'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -f -a "check" -d 'Ask Reddit whether it still takes accounts, and what is left of their budgets'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from add" -l owner -d 'The user for whose campaigns it is: an id or a name [default: the installation]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from add" -l client-id -d 'The app\'s id on Reddit [default: reddit.client_id, with its secret]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from add" -l client-secret-from -d 'File with the secret of that app, - for standard input; an installed app has none' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from add" -l refresh-token-from -d 'File with a refresh token, - for standard input; no browser is needed then' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from add" -l username -d 'The user who owns a script app, and signs in with a password' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from add" -l password-from -d 'File with that password, - for standard input' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from add" -l port -d 'Port of 127.0.0.1 to which Reddit sends the user back; 0 takes a free one' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from add" -l timeout -d 'How long to wait for the user' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from add" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from add" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from add" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from add" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from add" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from add" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from add" -l replace -d 'Set the secrets of the account that is there, of the same id and owner, anew'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from add" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from add" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from ls" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from ls" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from ls" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from ls" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from ls" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from ls" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from ls" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from list" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from list" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from list" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from list" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from list" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from show" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from show" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from show" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from show" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from show" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from show" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from get" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from get" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from get" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from get" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from get" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from get" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from rm" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from rm" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from rm" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from rm" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from rm" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from rm" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from rm" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from rm" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from rm" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from rm" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from remove" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from remove" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from remove" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from remove" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from remove" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from remove" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from remove" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from remove" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from remove" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from delete" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from delete" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from delete" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from delete" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from delete" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from delete" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from delete" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from delete" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from check" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from check" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from check" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from check" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from check" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from check" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from check" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from check" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from check" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add an account, by its user\'s consent in a browser, a refresh token or a password'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List accounts'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show an account'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from help" -f -a "rm" -d 'Remove accounts'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from help" -f -a "check" -d 'Ask Reddit whether it still takes accounts, and what is left of their budgets'
complete -c leadctl -n "__fish_leadctl_using_subcommand accounts; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -f -a "add" -d 'Add an account, by its user\'s consent in a browser, a refresh token or a password'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -f -a "ls" -d 'List accounts'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -f -a "list" -d 'List accounts'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -f -a "show" -d 'Show an account'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -f -a "get" -d 'Show an account'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -f -a "rm" -d 'Remove accounts'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -f -a "remove" -d 'Remove accounts'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -f -a "delete" -d 'Remove accounts'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -f -a "check" -d 'Ask Reddit whether it still takes accounts, and what is left of their budgets'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and not __fish_seen_subcommand_from add ls list show get rm remove delete check help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from add" -l owner -d 'The user for whose campaigns it is: an id or a name [default: the installation]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from add" -l client-id -d 'The app\'s id on Reddit [default: reddit.client_id, with its secret]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from add" -l client-secret-from -d 'File with the secret of that app, - for standard input; an installed app has none' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from add" -l refresh-token-from -d 'File with a refresh token, - for standard input; no browser is needed then' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from add" -l username -d 'The user who owns a script app, and signs in with a password' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from add" -l password-from -d 'File with that password, - for standard input' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from add" -l port -d 'Port of 127.0.0.1 to which Reddit sends the user back; 0 takes a free one' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from add" -l timeout -d 'How long to wait for the user' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from add" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from add" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from add" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from add" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from add" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from add" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from add" -l replace -d 'Set the secrets of the account that is there, of the same id and owner, anew'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from add" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from add" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from ls" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from ls" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from ls" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from ls" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from ls" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from ls" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from ls" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from list" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from list" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from list" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from list" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from list" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from show" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from show" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from show" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from show" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from show" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from show" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from get" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from get" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from get" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from get" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from get" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from get" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from rm" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from rm" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from rm" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from rm" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from rm" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from rm" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from rm" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from rm" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from rm" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from rm" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from remove" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from remove" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from remove" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from remove" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from remove" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from remove" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from remove" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from remove" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from remove" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from delete" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from delete" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from delete" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from delete" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from delete" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from delete" -l dry-run -d 'Only say what would go'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from delete" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from delete" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from check" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from check" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from check" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from check" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from check" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from check" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from check" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from check" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from check" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add an account, by its user\'s consent in a browser, a refresh token or a password'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List accounts'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show an account'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from help" -f -a "rm" -d 'Remove accounts'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from help" -f -a "check" -d 'Ask Reddit whether it still takes accounts, and what is left of their budgets'
complete -c leadctl -n "__fish_leadctl_using_subcommand account; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -f -a "create" -d 'Make a key for a user, who is added where there is none of that name'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -f -a "add" -d 'Make a key for a user, who is added where there is none of that name'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -f -a "ls" -d 'List keys, newest first'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -f -a "list" -d 'List keys, newest first'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -f -a "revoke" -d 'Take keys out of use, at once and for good'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -f -a "rm" -d 'Take keys out of use, at once and for good'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -f -a "remove" -d 'Take keys out of use, at once and for good'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -f -a "delete" -d 'Take keys out of use, at once and for good'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from create" -l user -d 'The user\'s name' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from create" -l scope -d 'What the key allows: read, write or admin' -r -f -a "read\t''
write\t''
admin\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from create" -l expires -d 'How long it is taken, as in 90d; for good where it is not said' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from create" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from create" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from create" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from create" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from create" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from create" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from create" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from create" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from create" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from add" -l user -d 'The user\'s name' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from add" -l scope -d 'What the key allows: read, write or admin' -r -f -a "read\t''
write\t''
admin\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from add" -l expires -d 'How long it is taken, as in 90d; for good where it is not said' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from add" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from add" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from add" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from add" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from add" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from add" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from add" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from add" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from ls" -l user -d 'Only those of this user: an id or a name' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from ls" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from ls" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from ls" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from ls" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from ls" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from ls" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from ls" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from list" -l user -d 'Only those of this user: an id or a name' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from list" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from list" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from list" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from list" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from list" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from revoke" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from revoke" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from revoke" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from revoke" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from revoke" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from revoke" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from revoke" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from revoke" -l dry-run -d 'Only say what would be revoked'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from revoke" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from revoke" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from revoke" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from revoke" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from rm" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from rm" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from rm" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from rm" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from rm" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from rm" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from rm" -l dry-run -d 'Only say what would be revoked'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from rm" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from rm" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from rm" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from remove" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from remove" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from remove" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from remove" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from remove" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from remove" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from remove" -l dry-run -d 'Only say what would be revoked'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from remove" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from remove" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from delete" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from delete" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from delete" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from delete" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from delete" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from delete" -l dry-run -d 'Only say what would be revoked'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from delete" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from delete" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from help" -f -a "create" -d 'Make a key for a user, who is added where there is none of that name'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List keys, newest first'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from help" -f -a "revoke" -d 'Take keys out of use, at once and for good'
complete -c leadctl -n "__fish_leadctl_using_subcommand keys; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -f -a "create" -d 'Make a key for a user, who is added where there is none of that name'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -f -a "add" -d 'Make a key for a user, who is added where there is none of that name'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -f -a "ls" -d 'List keys, newest first'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -f -a "list" -d 'List keys, newest first'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -f -a "revoke" -d 'Take keys out of use, at once and for good'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -f -a "rm" -d 'Take keys out of use, at once and for good'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -f -a "remove" -d 'Take keys out of use, at once and for good'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -f -a "delete" -d 'Take keys out of use, at once and for good'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and not __fish_seen_subcommand_from create add ls list revoke rm remove delete help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from create" -l user -d 'The user\'s name' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from create" -l scope -d 'What the key allows: read, write or admin' -r -f -a "read\t''
write\t''
admin\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from create" -l expires -d 'How long it is taken, as in 90d; for good where it is not said' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from create" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from create" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from create" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from create" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from create" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from create" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from create" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from create" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from create" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from add" -l user -d 'The user\'s name' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from add" -l scope -d 'What the key allows: read, write or admin' -r -f -a "read\t''
write\t''
admin\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from add" -l expires -d 'How long it is taken, as in 90d; for good where it is not said' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from add" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from add" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from add" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from add" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from add" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from add" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from add" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from add" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from ls" -l user -d 'Only those of this user: an id or a name' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from ls" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from ls" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from ls" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from ls" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from ls" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from ls" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from ls" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from list" -l user -d 'Only those of this user: an id or a name' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from list" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from list" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from list" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from list" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from list" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from revoke" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from revoke" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from revoke" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from revoke" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from revoke" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from revoke" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from revoke" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from revoke" -l dry-run -d 'Only say what would be revoked'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from revoke" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from revoke" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from revoke" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from revoke" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from rm" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from rm" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from rm" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from rm" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from rm" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from rm" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from rm" -l dry-run -d 'Only say what would be revoked'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from rm" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from rm" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from rm" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from remove" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from remove" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from remove" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from remove" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from remove" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from remove" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from remove" -l dry-run -d 'Only say what would be revoked'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from remove" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from remove" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from delete" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from delete" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from delete" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from delete" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from delete" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from delete" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from delete" -l dry-run -d 'Only say what would be revoked'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from delete" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from delete" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "create" -d 'Make a key for a user, who is added where there is none of that name'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List keys, newest first'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "revoke" -d 'Take keys out of use, at once and for good'
complete -c leadctl -n "__fish_leadctl_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and not __fish_seen_subcommand_from migrate copy status show help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and not __fish_seen_subcommand_from migrate copy status show help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and not __fish_seen_subcommand_from migrate copy status show help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and not __fish_seen_subcommand_from migrate copy status show help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and not __fish_seen_subcommand_from migrate copy status show help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and not __fish_seen_subcommand_from migrate copy status show help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and not __fish_seen_subcommand_from migrate copy status show help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and not __fish_seen_subcommand_from migrate copy status show help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and not __fish_seen_subcommand_from migrate copy status show help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and not __fish_seen_subcommand_from migrate copy status show help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and not __fish_seen_subcommand_from migrate copy status show help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and not __fish_seen_subcommand_from migrate copy status show help" -f -a "migrate" -d 'Bring the database to the newest migration'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and not __fish_seen_subcommand_from migrate copy status show help" -f -a "copy" -d 'Copy an embedded installation to Postgres'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and not __fish_seen_subcommand_from migrate copy status show help" -f -a "status" -d 'Tell where the database is, how large, and which migrations it has'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and not __fish_seen_subcommand_from migrate copy status show help" -f -a "show" -d 'Tell where the database is, how large, and which migrations it has'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and not __fish_seen_subcommand_from migrate copy status show help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from migrate" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from migrate" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from migrate" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from migrate" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from migrate" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from migrate" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from migrate" -l dry-run -d 'Say which migrations would be applied, and apply none'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from migrate" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from migrate" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from migrate" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from migrate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from migrate" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from copy" -l from -d 'The database to copy from, as sqlite:PATH [default: the one in the data directory]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from copy" -l to -d 'The database to copy to, as postgres://... [default: DATABASE_URL, which keeps a password off the command line]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from copy" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from copy" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from copy" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from copy" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from copy" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from copy" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from copy" -s y -l yes -d 'Copy into a database that holds other data; what it holds is kept'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from copy" -l dry-run -d 'Only say what would be copied'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from copy" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from copy" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from copy" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from copy" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from copy" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from status" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from status" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from status" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from status" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from status" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from status" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from status" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from status" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from status" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from show" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from show" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from show" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from show" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from show" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from show" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from help" -f -a "migrate" -d 'Bring the database to the newest migration'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from help" -f -a "copy" -d 'Copy an embedded installation to Postgres'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from help" -f -a "status" -d 'Tell where the database is, how large, and which migrations it has'
complete -c leadctl -n "__fish_leadctl_using_subcommand db; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and not __fish_seen_subcommand_from migrate copy status show help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and not __fish_seen_subcommand_from migrate copy status show help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and not __fish_seen_subcommand_from migrate copy status show help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and not __fish_seen_subcommand_from migrate copy status show help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and not __fish_seen_subcommand_from migrate copy status show help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and not __fish_seen_subcommand_from migrate copy status show help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and not __fish_seen_subcommand_from migrate copy status show help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and not __fish_seen_subcommand_from migrate copy status show help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and not __fish_seen_subcommand_from migrate copy status show help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and not __fish_seen_subcommand_from migrate copy status show help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and not __fish_seen_subcommand_from migrate copy status show help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and not __fish_seen_subcommand_from migrate copy status show help" -f -a "migrate" -d 'Bring the database to the newest migration'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and not __fish_seen_subcommand_from migrate copy status show help" -f -a "copy" -d 'Copy an embedded installation to Postgres'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and not __fish_seen_subcommand_from migrate copy status show help" -f -a "status" -d 'Tell where the database is, how large, and which migrations it has'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and not __fish_seen_subcommand_from migrate copy status show help" -f -a "show" -d 'Tell where the database is, how large, and which migrations it has'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and not __fish_seen_subcommand_from migrate copy status show help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from migrate" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from migrate" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from migrate" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from migrate" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from migrate" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from migrate" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from migrate" -l dry-run -d 'Say which migrations would be applied, and apply none'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from migrate" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from migrate" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from migrate" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from migrate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from migrate" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from copy" -l from -d 'The database to copy from, as sqlite:PATH [default: the one in the data directory]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from copy" -l to -d 'The database to copy to, as postgres://... [default: DATABASE_URL, which keeps a password off the command line]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from copy" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from copy" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from copy" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from copy" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from copy" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from copy" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from copy" -s y -l yes -d 'Copy into a database that holds other data; what it holds is kept'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from copy" -l dry-run -d 'Only say what would be copied'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from copy" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from copy" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from copy" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from copy" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from copy" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from status" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from status" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from status" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from status" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from status" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from status" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from status" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from status" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from status" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from show" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from show" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from show" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from show" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from show" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from show" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from help" -f -a "migrate" -d 'Bring the database to the newest migration'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from help" -f -a "copy" -d 'Copy an embedded installation to Postgres'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from help" -f -a "status" -d 'Tell where the database is, how large, and which migrations it has'
complete -c leadctl -n "__fish_leadctl_using_subcommand database; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and not __fish_seen_subcommand_from ls list show get help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and not __fish_seen_subcommand_from ls list show get help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and not __fish_seen_subcommand_from ls list show get help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and not __fish_seen_subcommand_from ls list show get help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and not __fish_seen_subcommand_from ls list show get help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and not __fish_seen_subcommand_from ls list show get help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and not __fish_seen_subcommand_from ls list show get help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and not __fish_seen_subcommand_from ls list show get help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and not __fish_seen_subcommand_from ls list show get help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and not __fish_seen_subcommand_from ls list show get help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and not __fish_seen_subcommand_from ls list show get help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and not __fish_seen_subcommand_from ls list show get help" -f -a "ls" -d 'List what was done, newest first'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and not __fish_seen_subcommand_from ls list show get help" -f -a "list" -d 'List what was done, newest first'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and not __fish_seen_subcommand_from ls list show get help" -f -a "show" -d 'Show all that is kept of one action'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and not __fish_seen_subcommand_from ls list show get help" -f -a "get" -d 'Show all that is kept of one action'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and not __fish_seen_subcommand_from ls list show get help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from ls" -l actor -d 'Of this user, as USER@HOST' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from ls" -l action -d 'This action, as in queue.pause, or all of a noun, as in queue' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from ls" -l since -d 'Done since: a span as in 24h or 7d, a date, or an instant in RFC 3339' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from ls" -s n -l limit -d 'At most this many' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from ls" -l cursor -d 'Go on behind the page before: its `next`' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from ls" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from ls" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from ls" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from ls" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from ls" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from ls" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from ls" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from list" -l actor -d 'Of this user, as USER@HOST' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from list" -l action -d 'This action, as in queue.pause, or all of a noun, as in queue' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from list" -l since -d 'Done since: a span as in 24h or 7d, a date, or an instant in RFC 3339' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from list" -s n -l limit -d 'At most this many' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from list" -l cursor -d 'Go on behind the page before: its `next`' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from list" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from list" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from list" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from list" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from list" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from show" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from show" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from show" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from show" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from show" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from show" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from get" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from get" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from get" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from get" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from get" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from get" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List what was done, newest first'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show all that is kept of one action'
complete -c leadctl -n "__fish_leadctl_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and not __fish_seen_subcommand_from ls list budget budgets help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and not __fish_seen_subcommand_from ls list budget budgets help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and not __fish_seen_subcommand_from ls list budget budgets help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and not __fish_seen_subcommand_from ls list budget budgets help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and not __fish_seen_subcommand_from ls list budget budgets help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and not __fish_seen_subcommand_from ls list budget budgets help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and not __fish_seen_subcommand_from ls list budget budgets help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and not __fish_seen_subcommand_from ls list budget budgets help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and not __fish_seen_subcommand_from ls list budget budgets help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and not __fish_seen_subcommand_from ls list budget budgets help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and not __fish_seen_subcommand_from ls list budget budgets help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and not __fish_seen_subcommand_from ls list budget budgets help" -f -a "ls" -d 'List what was used, by month, provider, model and user, or summed up'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and not __fish_seen_subcommand_from ls list budget budgets help" -f -a "list" -d 'List what was used, by month, provider, model and user, or summed up'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and not __fish_seen_subcommand_from ls list budget budgets help" -f -a "budget" -d 'See and set what may be spent in a month'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and not __fish_seen_subcommand_from ls list budget budgets help" -f -a "budgets" -d 'See and set what may be spent in a month'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and not __fish_seen_subcommand_from ls list budget budgets help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from ls" -l month -d 'Of this month, as in 2026-01' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from ls" -l provider -d 'Of this provider' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from ls" -l user -d 'Of this user\'s campaigns: an id, or operator for those without an owner' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from ls" -l by -d 'Sum up by this in each month: month, provider, model or user' -r -f -a "month\t''
provider\t''
model\t''
user\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from ls" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from ls" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from ls" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from ls" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from ls" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from ls" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from ls" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from list" -l month -d 'Of this month, as in 2026-01' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from list" -l provider -d 'Of this provider' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from list" -l user -d 'Of this user\'s campaigns: an id, or operator for those without an owner' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from list" -l by -d 'Sum up by this in each month: month, provider, model or user' -r -f -a "month\t''
provider\t''
model\t''
user\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from list" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from list" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from list" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from list" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from list" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budget" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budget" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budget" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budget" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budget" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budget" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budget" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budget" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budget" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budget" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budget" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budget" -f -a "ls" -d 'List what everybody may spend this month, and has spent'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budget" -f -a "list" -d 'List what everybody may spend this month, and has spent'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budget" -f -a "set" -d 'Set what a user may spend in a month, instead of ai.user_budget_usd_per_month'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budget" -f -a "rm" -d 'Let ai.user_budget_usd_per_month hold for users again'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budget" -f -a "remove" -d 'Let ai.user_budget_usd_per_month hold for users again'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budget" -f -a "delete" -d 'Let ai.user_budget_usd_per_month hold for users again'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budget" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budgets" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budgets" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budgets" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budgets" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budgets" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budgets" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budgets" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budgets" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budgets" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budgets" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budgets" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budgets" -f -a "ls" -d 'List what everybody may spend this month, and has spent'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budgets" -f -a "list" -d 'List what everybody may spend this month, and has spent'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budgets" -f -a "set" -d 'Set what a user may spend in a month, instead of ai.user_budget_usd_per_month'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budgets" -f -a "rm" -d 'Let ai.user_budget_usd_per_month hold for users again'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budgets" -f -a "remove" -d 'Let ai.user_budget_usd_per_month hold for users again'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budgets" -f -a "delete" -d 'Let ai.user_budget_usd_per_month hold for users again'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from budgets" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List what was used, by month, provider, model and user, or summed up'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from help" -f -a "budget" -d 'See and set what may be spent in a month'
complete -c leadctl -n "__fish_leadctl_using_subcommand usage; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and not __fish_seen_subcommand_from rules dashboard help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and not __fish_seen_subcommand_from rules dashboard help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and not __fish_seen_subcommand_from rules dashboard help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and not __fish_seen_subcommand_from rules dashboard help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and not __fish_seen_subcommand_from rules dashboard help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and not __fish_seen_subcommand_from rules dashboard help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and not __fish_seen_subcommand_from rules dashboard help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and not __fish_seen_subcommand_from rules dashboard help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and not __fish_seen_subcommand_from rules dashboard help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and not __fish_seen_subcommand_from rules dashboard help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and not __fish_seen_subcommand_from rules dashboard help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and not __fish_seen_subcommand_from rules dashboard help" -f -a "rules" -d 'Print recording and alert rules for Prometheus, or unit tests of them'
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and not __fish_seen_subcommand_from rules dashboard help" -f -a "dashboard" -d 'Print a dashboard for Grafana'
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and not __fish_seen_subcommand_from rules dashboard help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and __fish_seen_subcommand_from rules" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and __fish_seen_subcommand_from rules" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and __fish_seen_subcommand_from rules" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and __fish_seen_subcommand_from rules" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and __fish_seen_subcommand_from rules" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and __fish_seen_subcommand_from rules" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and __fish_seen_subcommand_from rules" -l test -d 'Print unit tests of the rules in leadctl.rules.yaml beside them'
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and __fish_seen_subcommand_from rules" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and __fish_seen_subcommand_from rules" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and __fish_seen_subcommand_from rules" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and __fish_seen_subcommand_from rules" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and __fish_seen_subcommand_from rules" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and __fish_seen_subcommand_from dashboard" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and __fish_seen_subcommand_from dashboard" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and __fish_seen_subcommand_from dashboard" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and __fish_seen_subcommand_from dashboard" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and __fish_seen_subcommand_from dashboard" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and __fish_seen_subcommand_from dashboard" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and __fish_seen_subcommand_from dashboard" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and __fish_seen_subcommand_from dashboard" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and __fish_seen_subcommand_from dashboard" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and __fish_seen_subcommand_from dashboard" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and __fish_seen_subcommand_from dashboard" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and __fish_seen_subcommand_from help" -f -a "rules" -d 'Print recording and alert rules for Prometheus, or unit tests of them'
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and __fish_seen_subcommand_from help" -f -a "dashboard" -d 'Print a dashboard for Grafana'
complete -c leadctl -n "__fish_leadctl_using_subcommand slo; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -l listen -d 'Address and port to listen on; port 0 takes a free one' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -l seed -d 'What the invented posts are made from' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -l rate -d 'New posts a minute' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -l backlog -d 'Posts in the 14 days before the epoch' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -l epoch -d 'When new posts begin, as RFC 3339 [default: now]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -l latency -d 'How long answers take: P50,P99 as in 200ms,1s, or the name of a profile [default: at once]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -l replay -d 'Answer with the exchanges recorded in this file, one JSON object a line' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -l obedient -d 'Have the chat API follow every order that gets through to it, to see that no post\'s does'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -l verify -d 'With --replay: send every exchange through the real client, tell what came of it, and end'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -f -a "serve" -d 'Play Reddit and an OpenAI-compatible provider in the foreground (also without this word)'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -f -a "fault" -d 'Make a running sandbox fail in a chosen way for a while'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -f -a "faults" -d 'Make a running sandbox fail in a chosen way for a while'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -f -a "stats" -d 'Show what a running sandbox was asked, and which of it was struck by a fault'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -f -a "stat" -d 'Show what a running sandbox was asked, and which of it was struck by a fault'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -f -a "score" -d 'Compare the leads found with the truth about the invented posts'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -f -a "env" -d 'Print the variables that lead the other commands to the sandbox'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and not __fish_seen_subcommand_from serve fault faults stats stat score env help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l listen -d 'Address and port to listen on; port 0 takes a free one' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l seed -d 'What the invented posts are made from' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l rate -d 'New posts a minute' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l backlog -d 'Posts in the 14 days before the epoch' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l epoch -d 'When new posts begin, as RFC 3339 [default: now]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l latency -d 'How long answers take: P50,P99 as in 200ms,1s, or the name of a profile [default: at once]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l replay -d 'Answer with the exchanges recorded in this file, one JSON object a line' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l obedient -d 'Have the chat API follow every order that gets through to it, to see that no post\'s does'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l verify -d 'With --replay: send every exchange through the real client, tell what came of it, and end'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l mode -d 'What goes wrong' -r -f -a "429\t''
500\t''
503\t''
busy\t''
timeout\t''
reset\t''
garbage\t''
truncate\t''
slow\t''
html\t''
empty\t''
huge\t''
trickle\t''
expired\t''
401\t''
obedient\t''
sparse\t''
private\t''
banned\t''
404\t''
redirect\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l for -d 'For how long' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l rate -d 'Share of the requests that it strikes, above 0 and up to 1' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l delay -d 'With --mode slow: how long one answer takes [default: 5s]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l url -d 'Where it answers [default: the one that was started on this data directory]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l clear -d 'End all faults'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from faults" -l mode -d 'What goes wrong' -r -f -a "429\t''
500\t''
503\t''
busy\t''
timeout\t''
reset\t''
garbage\t''
truncate\t''
slow\t''
html\t''
empty\t''
huge\t''
trickle\t''
expired\t''
401\t''
obedient\t''
sparse\t''
private\t''
banned\t''
404\t''
redirect\t''"
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from faults" -l for -d 'For how long' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from faults" -l rate -d 'Share of the requests that it strikes, above 0 and up to 1' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from faults" -l delay -d 'With --mode slow: how long one answer takes [default: 5s]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from faults" -l url -d 'Where it answers [default: the one that was started on this data directory]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from faults" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from faults" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from faults" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from faults" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from faults" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from faults" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from faults" -l clear -d 'End all faults'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from faults" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from faults" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from faults" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from faults" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from faults" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from stats" -l url -d 'Where it answers [default: the one that was started on this data directory]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from stats" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from stats" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from stats" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from stats" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from stats" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from stats" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from stats" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from stats" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from stats" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from stats" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from stats" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from stat" -l url -d 'Where it answers [default: the one that was started on this data directory]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from stat" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from stat" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from stat" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from stat" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from stat" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from stat" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from stat" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from stat" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from stat" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from stat" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from stat" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from score" -l fail-under-precision -d 'Fail where fewer than this share of the leads found are true, 0 to 1' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from score" -l fail-under-recall -d 'Fail where fewer than this share of the true leads were found, 0 to 1' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from score" -l fail-under -d 'End with 9 where F1 is below this, 0 to 1' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from score" -l judge -d 'Have all posts judged now, instead of looking at the leads found: by rules, a provider by its name, or configured (as the settings have it)' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from score" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from score" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from score" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from score" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from score" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from score" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from score" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from score" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from score" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from score" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from score" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from env" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from env" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from env" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from env" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from env" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from env" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from env" -l ai -d 'Also those of the chat API, which then judges instead of the local rules'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from env" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from env" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from env" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from env" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from env" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "serve" -d 'Play Reddit and an OpenAI-compatible provider in the foreground (also without this word)'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "fault" -d 'Make a running sandbox fail in a chosen way for a while'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "stats" -d 'Show what a running sandbox was asked, and which of it was struck by a fault'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "score" -d 'Compare the leads found with the truth about the invented posts'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "env" -d 'Print the variables that lead the other commands to the sandbox'
complete -c leadctl -n "__fish_leadctl_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -f -a "ai-outage" -d 'The AI provider fails: every call is answered with 503'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -f -a "reddit-429" -d 'Reddit refuses: every request is answered with 429'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -f -a "redis-loss" -d 'Redis is killed and comes back empty; needs redis-server on the path'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -f -a "slow-ai" -d 'The AI provider answers, but slowly'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from ai-outage" -l for -d 'How long the fault holds' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from ai-outage" -l every -d 'One job is added in every such span' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from ai-outage" -l workers -d 'Number of worker processes' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from ai-outage" -l patience -d 'How long what is left may take after the fault' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from ai-outage" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from ai-outage" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from ai-outage" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from ai-outage" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from ai-outage" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from ai-outage" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from ai-outage" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from ai-outage" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from ai-outage" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from ai-outage" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from ai-outage" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from reddit-429" -l for -d 'How long the fault holds' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from reddit-429" -l every -d 'One job is added in every such span' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from reddit-429" -l workers -d 'Number of worker processes' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from reddit-429" -l patience -d 'How long what is left may take after the fault' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from reddit-429" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from reddit-429" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from reddit-429" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from reddit-429" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from reddit-429" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from reddit-429" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from reddit-429" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from reddit-429" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from reddit-429" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from reddit-429" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from reddit-429" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from redis-loss" -l for -d 'How long the fault holds' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from redis-loss" -l every -d 'One job is added in every such span' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from redis-loss" -l workers -d 'Number of worker processes' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from redis-loss" -l patience -d 'How long what is left may take after the fault' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from redis-loss" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from redis-loss" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from redis-loss" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from redis-loss" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from redis-loss" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from redis-loss" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from redis-loss" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from redis-loss" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from redis-loss" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from redis-loss" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from redis-loss" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from slow-ai" -l for -d 'How long the fault holds' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from slow-ai" -l every -d 'One job is added in every such span' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from slow-ai" -l workers -d 'Number of worker processes' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from slow-ai" -l patience -d 'How long what is left may take after the fault' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from slow-ai" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from slow-ai" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from slow-ai" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from slow-ai" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from slow-ai" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from slow-ai" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from slow-ai" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from slow-ai" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from slow-ai" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from slow-ai" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from slow-ai" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from help" -f -a "ai-outage" -d 'The AI provider fails: every call is answered with 503'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from help" -f -a "reddit-429" -d 'Reddit refuses: every request is answered with 429'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from help" -f -a "redis-loss" -d 'Redis is killed and comes back empty; needs redis-server on the path'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from help" -f -a "slow-ai" -d 'The AI provider answers, but slowly'
complete -c leadctl -n "__fish_leadctl_using_subcommand drill; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -f -a "ai-outage" -d 'The AI provider fails: every call is answered with 503'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -f -a "reddit-429" -d 'Reddit refuses: every request is answered with 429'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -f -a "redis-loss" -d 'Redis is killed and comes back empty; needs redis-server on the path'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -f -a "slow-ai" -d 'The AI provider answers, but slowly'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and not __fish_seen_subcommand_from ai-outage reddit-429 redis-loss slow-ai help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from ai-outage" -l for -d 'How long the fault holds' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from ai-outage" -l every -d 'One job is added in every such span' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from ai-outage" -l workers -d 'Number of worker processes' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from ai-outage" -l patience -d 'How long what is left may take after the fault' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from ai-outage" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from ai-outage" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from ai-outage" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from ai-outage" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from ai-outage" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from ai-outage" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from ai-outage" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from ai-outage" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from ai-outage" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from ai-outage" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from ai-outage" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from reddit-429" -l for -d 'How long the fault holds' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from reddit-429" -l every -d 'One job is added in every such span' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from reddit-429" -l workers -d 'Number of worker processes' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from reddit-429" -l patience -d 'How long what is left may take after the fault' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from reddit-429" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from reddit-429" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from reddit-429" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from reddit-429" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from reddit-429" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from reddit-429" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from reddit-429" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from reddit-429" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from reddit-429" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from reddit-429" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from reddit-429" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from redis-loss" -l for -d 'How long the fault holds' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from redis-loss" -l every -d 'One job is added in every such span' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from redis-loss" -l workers -d 'Number of worker processes' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from redis-loss" -l patience -d 'How long what is left may take after the fault' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from redis-loss" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from redis-loss" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from redis-loss" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from redis-loss" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from redis-loss" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from redis-loss" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from redis-loss" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from redis-loss" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from redis-loss" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from redis-loss" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from redis-loss" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from slow-ai" -l for -d 'How long the fault holds' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from slow-ai" -l every -d 'One job is added in every such span' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from slow-ai" -l workers -d 'Number of worker processes' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from slow-ai" -l patience -d 'How long what is left may take after the fault' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from slow-ai" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from slow-ai" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from slow-ai" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from slow-ai" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from slow-ai" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from slow-ai" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from slow-ai" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from slow-ai" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from slow-ai" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from slow-ai" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from slow-ai" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from help" -f -a "ai-outage" -d 'The AI provider fails: every call is answered with 503'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from help" -f -a "reddit-429" -d 'Reddit refuses: every request is answered with 429'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from help" -f -a "redis-loss" -d 'Redis is killed and comes back empty; needs redis-server on the path'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from help" -f -a "slow-ai" -d 'The AI provider answers, but slowly'
complete -c leadctl -n "__fish_leadctl_using_subcommand drills; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand doctor" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand doctor" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand doctor" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand doctor" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand doctor" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand doctor" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand doctor" -l offline -d 'Ask nothing of Reddit and the AI provider'
complete -c leadctl -n "__fish_leadctl_using_subcommand doctor" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand doctor" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand doctor" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand doctor" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand doctor" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and not __fish_seen_subcommand_from show ls list get check path init help" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and not __fish_seen_subcommand_from show ls list get check path init help" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and not __fish_seen_subcommand_from show ls list get check path init help" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and not __fish_seen_subcommand_from show ls list get check path init help" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and not __fish_seen_subcommand_from show ls list get check path init help" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and not __fish_seen_subcommand_from show ls list get check path init help" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and not __fish_seen_subcommand_from show ls list get check path init help" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and not __fish_seen_subcommand_from show ls list get check path init help" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and not __fish_seen_subcommand_from show ls list get check path init help" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and not __fish_seen_subcommand_from show ls list get check path init help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and not __fish_seen_subcommand_from show ls list get check path init help" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and not __fish_seen_subcommand_from show ls list get check path init help" -f -a "show" -d 'Print every key with its value and where that came from; secrets are never printed'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and not __fish_seen_subcommand_from show ls list get check path init help" -f -a "ls" -d 'Print every key with its value and where that came from; secrets are never printed'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and not __fish_seen_subcommand_from show ls list get check path init help" -f -a "list" -d 'Print every key with its value and where that came from; secrets are never printed'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and not __fish_seen_subcommand_from show ls list get check path init help" -f -a "get" -d 'Print every key with its value and where that came from; secrets are never printed'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and not __fish_seen_subcommand_from show ls list get check path init help" -f -a "check" -d 'Look for what is wrong with the configuration'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and not __fish_seen_subcommand_from show ls list get check path init help" -f -a "path" -d 'Print the path of the configuration file that is read, or would be'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and not __fish_seen_subcommand_from show ls list get check path init help" -f -a "init" -d 'Write a configuration file in which every key is explained'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and not __fish_seen_subcommand_from show ls list get check path init help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from show" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from show" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from show" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from show" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from show" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from show" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from show" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from ls" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from ls" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from ls" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from ls" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from ls" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from ls" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from ls" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from ls" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from list" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from list" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from list" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from list" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from list" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from list" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from list" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from get" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from get" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from get" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from get" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from get" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from get" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from get" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from get" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from check" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from check" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from check" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from check" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from check" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from check" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from check" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from check" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from check" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from path" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from path" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from path" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from path" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from path" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from path" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from path" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from path" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from path" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from path" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from path" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from init" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from init" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from init" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from init" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from init" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from init" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from init" -s y -l yes -d 'Replace the file that is there'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from init" -l dry-run -d 'Print what would be written, and write nothing'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from init" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from init" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from init" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from init" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from init" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "show" -d 'Print every key with its value and where that came from; secrets are never printed'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "check" -d 'Look for what is wrong with the configuration'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "path" -d 'Print the path of the configuration file that is read, or would be'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "init" -d 'Write a configuration file in which every key is explained'
complete -c leadctl -n "__fish_leadctl_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand completions" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand completions" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand completions" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand completions" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand completions" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand completions" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand completions" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand completions" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand completions" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand completions" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand man" -l dir -d 'Write a page for every command into this directory' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand man" -s o -l output -d 'How data is printed' -r -f -a "table\t'For people'
json\t'One document'
yaml\t'One document'
csv\t'With a header line; cells that a spreadsheet would run as a formula are defused'
ndjson\t'One object a line'"
complete -c leadctl -n "__fish_leadctl_using_subcommand man" -l columns -d 'Columns of tables and CSV, separated by commas' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand man" -l config -d 'Configuration file [env: LEADCTL_CONFIG]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand man" -l profile -d 'Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand man" -l data-dir -d 'Where the database and the locks live [env: LEADCTL_DATA_DIR]' -r -F
complete -c leadctl -n "__fish_leadctl_using_subcommand man" -l log -d 'What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]' -r
complete -c leadctl -n "__fish_leadctl_using_subcommand man" -l no-headers -d 'Leave out the header line of tables and CSV'
complete -c leadctl -n "__fish_leadctl_using_subcommand man" -s q -l quiet -d 'Say nothing but data and errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand man" -l no-color -d 'No colour, as also with NO_COLOR set'
complete -c leadctl -n "__fish_leadctl_using_subcommand man" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c leadctl -n "__fish_leadctl_using_subcommand man" -s V -l version -d 'Print version'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "up" -d 'Run the whole system: the API, a worker, and with --sandbox a stand-in for Reddit'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "dash" -d 'Watch queues, workers, breakers, cache and leads on one screen, and act on them'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "top" -d 'Watch queues and workers in one pane, without tabs'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "status" -d 'See on one screen what runs, what is queued, and what is wrong'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "check" -d 'Check the whole system in one line, for cron and monitoring systems'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "why" -d 'See why a queue or a job does not get on'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "trace" -d 'See the whole way of a job: who wanted it, how it waited, what each attempt did'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "api" -d 'Serve the HTTP API in the foreground until told to stop'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "worker" -d 'Work on jobs in the foreground until told to stop'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "restart" -d 'Replace the processes of a running `leadctl up`, one at a time, with nothing lost'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "scale" -d 'Have more or fewer API or worker processes in a running `leadctl up`'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "campaigns" -d 'What is sold, to whom, and where to look: add, change and list campaigns'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "leads" -d 'What was found: list, read, sort out, take along'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "jobs" -d 'Add jobs, await them, look at them and change them'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "subreddits" -d 'What is known of subreddits: rules, size, when people post, how promotion is taken'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "queue" -d 'See what waits in the queues, stop them, sweep them'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "schedule" -d 'See and change the jobs that recur'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "breaker" -d 'See and change the circuit breakers before Reddit and the AI provider'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "dlq" -d 'See and settle the jobs that failed for good, by error'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "events" -d 'Watch what happens to jobs and circuit breakers, as it happens'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "workers" -d 'See which workers are alive and what they are doing; set how much they do'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "cache" -d 'See what is kept of the answers of Reddit and the AI provider, and remove it'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "webhooks" -d 'Have Slack, Discord or any program told of new leads'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "accounts" -d 'Reddit accounts, in whose names Reddit is asked'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "keys" -d 'Make, list and revoke the keys with which users reach the HTTP API'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "db" -d 'The database itself: where it is, and its migrations'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "audit" -d 'See what operators have done: who, when, to what, and how it ended'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "usage" -d 'See what AI providers were asked and what that cost, and bound it'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "slo" -d 'See how the service stands with its objectives, and what is left of their error budgets'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "sandbox" -d 'Try the system without accounts: invented posts, and the truth about them'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "drill" -d 'Rehearse an outage on a private installation and check what is promised'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "doctor" -d 'Look for what is wrong with this installation, and say what to do about it'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "config" -d 'What is configured, where each value came from, and whether it is acceptable'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "completions" -d 'Print the completion script of a shell'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "man" -d 'Print the manual page, or write those of all commands'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and not __fish_seen_subcommand_from up dash top status check why trace api worker restart scale campaigns leads jobs subreddits queue schedule breaker dlq events workers cache webhooks accounts keys db audit usage slo sandbox drill doctor config completions man help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from campaigns" -f -a "add" -d 'Add a campaign, with a schedule that looks for leads'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from campaigns" -f -a "ls" -d 'List campaigns, by name'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from campaigns" -f -a "show" -d 'Show one campaign, its leads by status, and when it is worked on next'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from campaigns" -f -a "edit" -d 'Change what a campaign says'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from campaigns" -f -a "rm" -d 'Remove campaigns with all of their leads'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from campaigns" -f -a "pause" -d 'Stop looking for leads for a campaign; what was found stays'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from campaigns" -f -a "resume" -d 'Look for leads again'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from leads" -f -a "ls" -d 'List leads, newest found first'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from leads" -f -a "show" -d 'Show leads with all that is known: text, judgement, and how the score came about'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from leads" -f -a "set-status" -d 'Say where you stand with leads: new, saved, contacted, converted, dismissed'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from leads" -f -a "export" -d 'Write all leads out as NDJSON or CSV, newest found first'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from leads" -f -a "import" -d 'Look for leads in a dump: NDJSON, plain or zstd, one submission or comment a line'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from leads" -f -a "eval" -d 'Judge posts with known labels, and tell how well that was done'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from jobs" -f -a "enqueue" -d 'Add jobs: one lead or subreddit job, or many from a file'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from jobs" -f -a "run" -d 'Run a job here and now, with no queue and no worker'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from jobs" -f -a "ls" -d 'List jobs'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from jobs" -f -a "find" -d 'Find jobs by name, payload and error'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from jobs" -f -a "show" -d 'Show all that is known of one job'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from jobs" -f -a "retry" -d 'Run failed or completed jobs again'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from jobs" -f -a "retry-all" -d 'Run all failed jobs again'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from jobs" -f -a "promote" -d 'Let delayed jobs wait no longer'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from jobs" -f -a "cancel" -d 'Stop jobs that run, and remove those that have not begun'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from jobs" -f -a "rm" -d 'Remove jobs that are not active'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from jobs" -f -a "logs" -d 'Print the log of a job'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from jobs" -f -a "wait" -d 'Wait until jobs have ended'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from subreddits" -f -a "ls" -d 'List the subreddits that have been analysed, by name'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from subreddits" -f -a "show" -d 'Show all that is known of a subreddit'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from queue" -f -a "ls" -d 'List the queues: how many jobs are where, since when, and who works on them'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from queue" -f -a "show" -d 'Show all about one queue'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from queue" -f -a "top" -d 'Watch depths and rates as they change'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from queue" -f -a "pause" -d 'Let no further job start; those at hand go on'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from queue" -f -a "resume" -d 'Let jobs start again'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from queue" -f -a "drain" -d 'Remove all jobs that wait'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from queue" -f -a "clean" -d 'Remove jobs in one state that have been in it for long'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from queue" -f -a "obliterate" -d 'Remove a queue with all that it has'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from schedule" -f -a "ls" -d 'List the schedules: how each recurs, and its next and last time'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from schedule" -f -a "show" -d 'Show one schedule and its next five times'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from schedule" -f -a "set" -d 'Make a schedule or change it'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from schedule" -f -a "rm" -d 'Remove schedules'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from schedule" -f -a "run" -d 'Add the job of a schedule now, beside its next regular one'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from breaker" -f -a "status" -d 'Show how the breakers stand: state, since when, next trial, figures, last errors'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from breaker" -f -a "trip" -d 'Reject all calls, for a while or until reset'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from breaker" -f -a "reset" -d 'Close breakers and forget what was, also what was set by hand'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from breaker" -f -a "disable" -d 'Let all calls through, whatever comes of them'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from breaker" -f -a "probe" -d 'End the wait: the next calls are the trials'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from breaker" -f -a "history" -d 'List the last changes: when, from what to what, why and by whom'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from dlq" -f -a "ls" -d 'List the groups: how many, since when, an example'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from dlq" -f -a "show" -d 'List the jobs of groups'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from dlq" -f -a "retry" -d 'Run the jobs of groups again, at a pace'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from dlq" -f -a "rm" -d 'Remove the jobs of groups'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from dlq" -f -a "export" -d 'Print the jobs of groups for other programs'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from workers" -f -a "ls" -d 'List the workers that are alive'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from workers" -f -a "concurrency" -d 'Set how many jobs each worker runs at the same time, while they work'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from cache" -f -a "stats" -d 'Tell how often answers were found, how much is kept, and what was saved'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from cache" -f -a "ls" -d 'List entries, those that end soonest first'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from cache" -f -a "get" -d 'Show one entry with its answer'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from cache" -f -a "rm" -d 'Remove entries'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from cache" -f -a "flush" -d 'Remove all entries, or all of some kinds; nothing else'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from webhooks" -f -a "add" -d 'Add a webhook'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from webhooks" -f -a "ls" -d 'List webhooks'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from webhooks" -f -a "rm" -d 'Remove webhooks'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from webhooks" -f -a "test" -d 'Send a message without a lead, now, and say how that went'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from accounts" -f -a "add" -d 'Add an account, by its user\'s consent in a browser, a refresh token or a password'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from accounts" -f -a "ls" -d 'List accounts'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from accounts" -f -a "show" -d 'Show an account'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from accounts" -f -a "rm" -d 'Remove accounts'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from accounts" -f -a "check" -d 'Ask Reddit whether it still takes accounts, and what is left of their budgets'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from keys" -f -a "create" -d 'Make a key for a user, who is added where there is none of that name'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from keys" -f -a "ls" -d 'List keys, newest first'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from keys" -f -a "revoke" -d 'Take keys out of use, at once and for good'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from db" -f -a "migrate" -d 'Bring the database to the newest migration'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from db" -f -a "copy" -d 'Copy an embedded installation to Postgres'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from db" -f -a "status" -d 'Tell where the database is, how large, and which migrations it has'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "ls" -d 'List what was done, newest first'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "show" -d 'Show all that is kept of one action'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from usage" -f -a "ls" -d 'List what was used, by month, provider, model and user, or summed up'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from usage" -f -a "budget" -d 'See and set what may be spent in a month'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from slo" -f -a "rules" -d 'Print recording and alert rules for Prometheus, or unit tests of them'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from slo" -f -a "dashboard" -d 'Print a dashboard for Grafana'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from sandbox" -f -a "serve" -d 'Play Reddit and an OpenAI-compatible provider in the foreground (also without this word)'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from sandbox" -f -a "fault" -d 'Make a running sandbox fail in a chosen way for a while'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from sandbox" -f -a "stats" -d 'Show what a running sandbox was asked, and which of it was struck by a fault'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from sandbox" -f -a "score" -d 'Compare the leads found with the truth about the invented posts'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from sandbox" -f -a "env" -d 'Print the variables that lead the other commands to the sandbox'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from drill" -f -a "ai-outage" -d 'The AI provider fails: every call is answered with 503'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from drill" -f -a "reddit-429" -d 'Reddit refuses: every request is answered with 429'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from drill" -f -a "redis-loss" -d 'Redis is killed and comes back empty; needs redis-server on the path'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from drill" -f -a "slow-ai" -d 'The AI provider answers, but slowly'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "show" -d 'Print every key with its value and where that came from; secrets are never printed'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "check" -d 'Look for what is wrong with the configuration'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "path" -d 'Print the path of the configuration file that is read, or would be'
complete -c leadctl -n "__fish_leadctl_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "init" -d 'Write a configuration file in which every key is explained'
