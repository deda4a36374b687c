/** Names that pickles of models reach, by what is known of them: harmless ones, measured on what the libraries write, and ones that run, load or open things. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const below = (module: string, names: string): readonly string[] => words(names).map((name) => `${module}.${name}`);

/** Functions and classes that may be called with anything: they make values and do nothing else. */
export const harmlessCalls: ReadonlySet<string> = new Set(
  [
    ...below(
      'builtins',
      'set frozenset dict list tuple int float complex bool bytes bytearray slice range object str memoryview Ellipsis NotImplemented Exception ValueError TypeError KeyError IndexError AttributeError RuntimeError StopIteration OSError ArithmeticError ZeroDivisionError OverflowError NotImplementedError AssertionError LookupError Warning UserWarning DeprecationWarning xrange unicode long property classmethod staticmethod setattr',
    ),
    ...below('collections', 'OrderedDict defaultdict Counter deque ChainMap UserDict UserList UserString namedtuple'),
    ...below('datetime', 'date time datetime timedelta timezone'),
    ...below('decimal', 'Decimal Context'),
    ...below('pathlib', 'Path PurePath PosixPath WindowsPath PurePosixPath PureWindowsPath'),
    ...below('pathlib._local', 'Path PurePath PosixPath WindowsPath PurePosixPath PureWindowsPath'),
    ...below('copyreg', '_reconstructor __newobj__ __newobj_ex__'),
    ...below('_codecs', 'encode latin_1_encode'),
    ...below('array', 'array _array_reconstructor'),
    ...below('functools', 'partial partialmethod cmp_to_key'),
    ...below('itertools', 'chain count cycle repeat islice product permutations combinations zip_longest'),
    ...below('types', 'SimpleNamespace MappingProxyType GenericAlias'),
    ...below('inspect', 'Signature Parameter _ParameterKind'),
    ...below('logging', 'getLogger'),
    ...below('io', 'BytesIO StringIO'),
    ...below('_io', 'BytesIO StringIO'),
    ...below('time', 'struct_time'),
    ...below('random', 'Random'),
    ...below('ipaddress', 'IPv4Address IPv6Address IPv4Network IPv6Network'),
    ...below('zoneinfo', 'ZoneInfo ZoneInfo._unpickle'),
    ...below('struct', 'Struct'),
    ...below('string', 'Template'),
    ...below('enum', 'EnumMeta Enum IntEnum Flag _decompose'),
    'codecs.encode argparse.Namespace fractions.Fraction uuid.UUID uuid.SafeUUID _collections.OrderedDict _collections.defaultdict _collections.deque re._compile sre_compile.compile queue.Queue'.split(
      ' ',
    ),
  ].flat(),
);

/** Modules of Python whose functions only compute. */
export const computing =
  /^(?:math|cmath|statistics|numbers|fractions|decimal|heapq|bisect|unicodedata|string|datetime|calendar|keyword|colorsys|zlib_ng)$/;

/** Names of frameworks’ functions and classes that are called when their objects are restored. */
export const frameworkCalls: readonly RegExp[] = [
  /^numpy\.(?:_?core|_core)\.(?:multiarray\.(?:_reconstruct|scalar)|numeric\._frombuffer|_internal\._convert_to_stringdtype_kwargs)$/,
  /^numpy\.(?:dtype|ndarray|matrix|recarray|record|poly1d|bool_|bool|(?:u?int|float|complex)(?:8|16|32|64|128)|str_|bytes_|void|datetime64|timedelta64|longdouble|random\.RandomState)$/,
  /^numpy\.(?:dtypes\.\w+DType|ma\.core\._mareconstruct|ma\._core\._mareconstruct|ma\.core\._mvoid|rec\.recarray|matrixlib\.defmatrix\.matrix)$/,
  /^numpy\.random\.(?:_pickle\.__(?:randomstate|generator|bit_generator)_ctor|_mt19937\.MT19937|_pcg64\.PCG64(?:DXSM)?|_philox\.Philox|_sfc64\.SFC64|bit_generator\.(?:SeedSequence|__pyx_unpickle_SeedSequence)|mtrand\.RandomState)$/,
  // Cython writes one such function for each class that it compiles; it makes the object and sets its fields.
  /^(?:numpy|scipy|sklearn|pandas|spacy|thinc|lightgbm|catboost|statsmodels|implicit|gensim)\.(?:\w+\.)*__pyx_unpickle_\w+$/,
  /^scipy\.(?:sparse\.(?:\w+\.)*[a-z]{3}_(?:matrix|array)|spatial\.(?:_?ckdtree|_kdtree|kdtree|_qhull)\.\w+|stats\._distn_infrastructure\.(?:rv_\w+)|stats\._continuous_distns\.\w+_gen|stats\._discrete_distns\.\w+_gen|interpolate\._?\w+\.\w+|interpolate\._bsplines\.BSpline|optimize\._optimize\.OptimizeResult|signal\._ltisys\.\w+)$/,
  /^sklearn\.(?:tree\._tree\.Tree|neighbors\._(?:kd_tree|ball_tree|binary_tree)\.\w+|metrics\._dist_metrics\.\w+|_loss\.\w+\.\w+|linear_model\._(?:sgd_fast|stochastic_gradient)\.\w+|ensemble\.(?:_gb_losses|_hist_gradient_boosting\.\w+)\.\w+|utils\._(?:bunch|weight_vector|random|typedefs)\.\w+|utils\.Bunch|utils\._bunch\.Bunch|gaussian_process\.kernels\.[A-Z]\w+|compose\.\w+\.make_column_selector|isotonic\.\w+|preprocessing\._label\.\w+|feature_extraction\.\w+\.[A-Z]\w+|cluster\._hdbscan\.\w+\.\w+|svm\._\w+\.\w+)$/,
  /^pandas\.(?:(?!ExcelFile|ExcelWriter|HDFStore)[A-Z]\w+|core\.(?:indexes\.(?:\w+\._new_\w+|\w+\.[A-Z]\w+)|internals\.(?:managers\.\w+|blocks\.(?:new_block|Block|\w+Block))|arrays\.(?:\w+\.)+[A-Z]\w+|dtypes\.dtypes\.[A-Z]\w+|frame\.DataFrame|series\.Series)|_libs\.(?:sparse\.\w+|internals\.(?:_unpickle_block|BlockManager|BlockPlacement)|arrays\.__pyx_unpickle_NDArrayBacked|interval\.Interval|missing\.(?:NAType|C_NA|_?NA)|tslibs\.(?:\w+\.)?(?:_unpickle_\w+|\w*[Tt]imestamp\w*|\w*[Tt]imedelta\w*|Period|NaTType|__nat_unpickle|_nat_unpickle|BaseOffset|[A-Z]\w+))|_testing\.__never__|tseries\.offsets\.[A-Z]\w+|indexes\.\w+\.\w+)$/,
  /^torch\._utils\._rebuild_(?:tensor(?:_v2|_v3)?|parameter(?:_with_state|_v2)?|sparse_tensor|sparse_csr_tensor|meta_tensor_no_storage|device_tensor_from_numpy|device_tensor_from_cpu_tensor|xla_tensor|mlc_tensor|qtensor|nested_tensor|wrapper_subclass)$/,
  /^torch\._tensor\._rebuild_from_type(?:_v2)?$/,
  /^torch\.(?:storage\.)?(?:\w+Storage|_TypedStorage|TypedStorage|UntypedStorage)$/,
  /^torch\.(?:storage\._load_from_bytes|Size|device|dtype|Tensor|tensor|Generator|layout|nn\.parameter\.(?:Parameter|Buffer|UninitializedParameter)|serialization\._get_layout|jit\._pickle\.(?:build_\w+list|restore_type_tag)|_C\._\w+Enum|nn\.modules\.\w+\.[A-Z]\w+|optim\.lr_scheduler\.\w+|distributed\._shard\.(?:\w+\.)*[A-Z]\w+|_tensor\.Tensor|cuda\.\w+Storage|cuda\.\w+Tensor|_C\.Generator)$/,
  /^(?:joblib\.numpy_pickle\.NumpyArrayWrapper)$/,
  /^(?:xgboost\.compat\.\w+|catboost\._?core\.[A-Z]\w+|_catboost\._?[A-Z]\w+)$/,
  /^(?:omegaconf\.(?:dictconfig\.DictConfig|listconfig\.ListConfig|base\.\w+|nodes\.\w+)|pytorch_lightning\.utilities\.parsing\.AttributeDict|lightning\.fabric\.utilities\.data\.AttributeDict|lightning_fabric\.utilities\.data\.AttributeDict)$/,
  /^(?:transformers\.(?:trainer_utils|training_args|trainer_pt_utils|debug_utils|utils\.(?:quantization_config|generic))\.[A-Z]\w+|tokenizers\.(?:AddedToken|Tokenizer)|accelerate\.(?:utils\.dataclasses|state)\.[A-Z]\w+|peft\.utils\.peft_types\.[A-Z]\w+)$/,
  /^(?:pytz\.(?:_UTC|_p|_FixedOffset|lazy\.\w+)|dateutil\.(?:tz\.tz\.\w+|tz\._common\.\w+|relativedelta\.relativedelta)|statsmodels\.tsa\.statespace\._\w+\.[sdcz][A-Z]\w+|hdbscan\.dist_metrics\.newObj|hdbscan\.\w+\.newObj|numba\.core\.serialize\._unpickle__CustomPickled)$/,
  // Documents that stores of vectors keep beside their index.
  /^(?:langchain|langchain_core|langchain_community)\.(?:schema|documents|docstore|stores)\.(?:\w+\.)*[A-Z]\w+$/,
  /^(?:jax\._src\.array\._reconstruct_array|flax\.core\.frozen_dict\.FrozenDict|ml_dtypes\.\w+)$/,
];

/** Packages whose classes may be made without being called, and whose functions may be named, for their import does no harm. */
export const trustedPackages: ReadonlySet<string> = new Set(
  words(
    'numpy scipy sklearn pandas torch torchvision torchaudio torchtext transformers tokenizers sentence_transformers accelerate peft trl timm xgboost lightgbm catboost keras tensorflow joblib statsmodels ultralytics fastai fastcore spacy thinc gensim imblearn category_encoders prophet pytorch_lightning lightning lightning_fabric omegaconf stable_baselines3 gymnasium gym networkx pyarrow polars flair stanza nltk surprise hmmlearn implicit lightfm umap hdbscan pynndescent numba sktime tslearn xarray dask jax jaxlib flax optax paddle mxnet diffusers datasets evaluate onnx onnxruntime optuna mlxtend feature_engine skorch tpot pmdarima lifelines shap patsy dgl torch_geometric e3nn monai mmcv mmengine mmdet detectron2 fvcore iopath easyocr sacremoses sentencepiece ml_dtypes seqeval rdkit deepchem pyod',
  ),
);

/** Of those: what runs, loads, fetches or writes something, or is only there for tests. */
const dangerousInPackages: readonly RegExp[] = [
  /^numpy\.(?:f2py|testing|distutils|ctypeslib|_pyinstaller|lib\.(?:npyio|_npyio_impl|_datasource|format|utils|_utils_impl|introspect)|load|loads|save\w*|fromfile|loadtxt|genfromtxt|memmap|DataSource|compat|show_config|source|lookfor)(?:\.|$)/,
  /^torch\.(?:hub|load|save|serialization\.(?:load|save|_load|_legacy_load|_save|load_module)|utils\.(?:cpp_extension|collect_env|bottleneck|_config_module|model_zoo|model_dump|hipify|show_pickle|benchmark|_cpp_extension_versioner|data\.datapipes\.utils\.decoder|data\.datapipes\.dataframe|file_baton|throughput_benchmark|mobile_optimizer|_freeze|tensorboard|jit)|jit\.(?:unsupported_tensor_ops|load|_serialization|frontend|_script|save)|_inductor|_dynamo|fx\.(?:experimental|graph_module\.(?:reduce_\w+|_exec_with_source|_forward_from_src)|passes)|package|distributed\.(?:rpc|launch|run|elastic|_tools|nn\.jit|remote_device)|multiprocessing|testing|compile|export|ops\.load_library|_ops|classes|classes\.load_library|_classes|cuda\._sanitizer|cuda\.jiterator|backends\.\w+\.\w*compile\w*|onnx|profiler|contrib|_export|_vendor|library|_library|_guards|_logging|_appdirs|_tensor_str|_lobpcg|__config__)(?:\.|$)/,
  /^pandas\.(?:read_\w+|eval|io|core\.computation|testing|_testing|util\._tester|DataFrame\.(?:eval|query|to_\w+))(?:\.|$)/,
  /^sklearn\.(?:utils\._(?:testing|show_versions)|datasets|externals|__check_build|_build_utils|utils\.fixes|utils\._joblib|show_versions)(?:\.|$)/,
  /^scipy\.(?:io|weave|_lib\._testutils|_lib\._ccallback\.\w*load\w*|datasets|misc|_build_utils)(?:\.|$)/,
  /^joblib\.(?:load|dump|memory\.(?!Memory$)\w+|parallel|_parallel_backends|externals|numpy_pickle\.(?:load|_unpickle)|executor|pool|backports|testing)(?:\.|$)/,
  /^(?:transformers|diffusers)\.(?:pipeline|pipelines|dynamic_module_utils|utils\.(?:hub|import_utils|\w*download\w*)|testing_utils|commands|tools|agents|hf_argparser|\w+\.from_pretrained)(?:\.|$)/,
  /^(?:tensorflow|keras)\.(?:io|raw_ops|python\.(?:ops\.(?:io_ops|gen_io_ops|script_ops|gen_script_ops)|lib\.io|framework\.load_library|util\.\w*lazy\w*|saved_model|training|debug|tools|platform|client|profiler)|load_library|load_op_library|saved_model|py_function|numpy_function|utils\.get_file|models\.(?:load_model|model_from_\w+)|saving|src\.(?:saving|utils\.(?:file_utils|python_utils|model_visualization)|legacy\.saving|layers\.core\.lambda_layer)|layers\.(?:Lambda|TFSMLayer)|keras\.utils\.get_file|keras\.models\.load_model)(?:\.|$)/,
  /^(?:nltk\.(?:app|internals|data|downloader|download|parse\.(?:corenlp|malt)|tag\.stanford|util)|gensim\.(?:utils\.(?:unpickle|pickle|open|check_output|file_or_filename|walk_with_depth|SaveLoad\.load)|downloader|models\.wrappers|scripts)|spacy\.(?:cli|util|load|compat)|thinc\.util|numba\.(?:testing|pycc|misc)|dask\.(?:config|distributed|bytes|dataframe\.io)|mmcv\.(?:utils|fileio|runner)|mmengine\.(?:utils|fileio|config)|iopath\.|fvcore\.common\.(?:file_io|download)|lightning\.(?:app|fabric\.utilities\.cloud_io)|pytorch_lightning\.(?:utilities\.cloud_io|cli)|networkx\.(?:readwrite|drawing)|networkx\.\w*read_gpickle|polars\.io|polars\.read_\w+|pyarrow\.(?:fs|dataset|_fs)|datasets\.(?:load|utils|download)|evaluate\.load|paddle\.(?:load|utils\.(?:cpp_extension|download)|hub)|onnxruntime\.|fastai\.(?:learner\.load_\w+|data\.external)|fastcore\.(?:foundation|utils|script|net|xtras|parallel)|ultralytics\.utils\.(?:downloads|checks)|deepchem\.utils|rdkit\.Chem\.PandasTools|jax\.(?:_src\.(?:compiler|lib|callback)|experimental\.(?:host_callback|io_callback)|pure_callback)|monai\.(?:bundle|apps|utils)|detectron2\.(?:config|utils)|statsmodels\.(?:iolib|datasets|tools\.print_version)|xarray\.backends|shap\.datasets|stable_baselines3\.common\.save_util)(?:\.|$)/,
];

/** Modules of Python that run programs, load code, open files or reach the network: no model has a reason to name them. */
const dangerousModules = new Set(
  words(
    'os nt posix subprocess _posixsubprocess sys runpy importlib imp _imp _frozen_importlib _frozen_importlib_external webbrowser pty tty socket _socket socketserver ssl _ssl ctypes _ctypes mmap multiprocessing _multiprocessing signal _signal asyncio asyncore code codeop pdb bdb cProfile profile trace timeit doctest pydoc idlelib lib2to3 distutils setuptools pkg_resources pip venv ensurepip zipimport zipapp zipfile tarfile shutil tempfile glob smtplib smtpd poplib imaplib nntplib ftplib telnetlib xmlrpc http urllib requests urllib3 httpx aiohttp paramiko pexpect fabric invoke plumbum sh psutil _pickle shelve dbm sqlite3 _sqlite3 marshal py_compile compileall site sysconfig _osx_support _aix_support _pyrepl _bootsubprocess test antigravity this turtledemo turtle tkinter _tkinter IPython ipykernel jupyter_client jinja2 mako nose pytest _pytest commands popen2 cgi cgitb wsgiref crypt nis pipes fileinput linecache modulefinder pyclbr pstats tracemalloc faulthandler gc atexit readline rlcompleter cmd concurrent threading _thread sched selectors select resource fcntl winreg _winapi msvcrt winsound aifc gettext xml pexpect twisted tornado flask django fastapi starlette boto3 botocore google.cloud azure git docker kubernetes ansible salt celery cffi pywintypes win32api win32com comtypes wmi pyautogui pynput selenium scapy nmap dotenv ptyprocess sarge delegator',
  ),
);

/** Functions and classes of other modules that do such things, or reach what does. */
const dangerousNames: ReadonlySet<string> = new Set([
  ...below(
    'builtins',
    'eval exec execfile compile open input raw_input file __import__ delattr globals locals vars dir breakpoint reload apply help __build_class__ __loader__ __spec__ __dict__ credits copyright license',
  ),
  ...below('pickle', 'load loads Unpickler _Unpickler _loads _load Unpickler.load _Unpickler.load dump Pickler'),
  ...below('dill', 'load loads load_module load_session load_module_asdict source temp settings'),
  ...below('dill._dill', 'load loads Unpickler _import_module_exec _eval_repr _getattribute'),
  ...below('cloudpickle', 'load loads'),
  ...below('types', 'CodeType FunctionType LambdaType ModuleType BuiltinFunctionType CoroutineType'),
  ...below('_io', 'FileIO open open_code'),
  ...below('io', 'open open_code FileIO OpenWrapper'),
  ...below('_pyio', 'open FileIO open_code'),
  ...below('codecs', 'open EncodedFile StreamReaderWriter'),
  ...below('pkgutil', 'resolve_name get_importer walk_packages get_data ImpImporter ImpLoader get_loader find_loader'),
  ...below(
    'uuid',
    '_popen _get_command_stdout _find_mac _ifconfig_getnode _arp_getnode _ip_getnode _netstat_getnode getnode',
  ),
  ...below('logging', 'FileHandler Handler StreamHandler basicConfig config config.fileConfig config.dictConfig'),
  ...below('operator', 'methodcaller call'),
  ...below('_operator', 'methodcaller call'),
  ...below('inspect', 'currentframe stack getsource getsourcefile unwrap getmembers'),
  ...below('platform', 'popen _syscmd_ver _syscmd_file _syscmd_processor system architecture'),
  ...below(
    'pathlib',
    'Path.write_text Path.write_bytes Path.open Path.unlink Path.read_text Path.read_bytes PosixPath.write_text PosixPath.open PosixPath.unlink',
  ),
  ...below('typing', '_eval_type ForwardRef._evaluate get_type_hints evaluate_forward_ref'),
  ...below('dataclasses', '_create_fn make_dataclass _FuncBuilder'),
  ...below('yaml', 'load unsafe_load full_load load_all unsafe_load_all'),
  ...below('fastcore.basics', 'exec_new exec_local'),
  ...below('sympy', 'sympify lambdify parse_expr'),
  ...below('numexpr', 'evaluate re_evaluate'),
  ...below('nt', 'system'),
]);

/** Tells whether a name, or the module it stands in, runs, loads or opens things. */
export const isDangerousName = (module: string, name: string): boolean => {
  if (module.split('.').some((_, index, parts) => dangerousModules.has(parts.slice(0, index + 1).join('.')))) {
    // What describes a file or a place is data.
    return !/^(?:os\.(?:PathLike|stat_result)|(?:nt|posix)\.stat_result|sys\.(?:version_info|float_info)|threading\.(?:local)|xml\.etree\.ElementTree\.Element(?:Tree)?|urllib\.parse\.\w+Result(?:Bytes)?|http\.HTTPStatus)$/.test(
      `${module}.${name}`,
    );
  }
  const full = name === '' ? module : `${module}.${name}`;
  return (
    dangerousNames.has(full) ||
    dangerousInPackages.some((pattern) => pattern.test(full)) ||
    // The names of a module are where dill keeps a function of it; of a class they are a way to elsewhere.
    (name !== '__dict__' &&
      /(?:^|\.)__(?:globals|builtins|subclasses|code|mro|bases|base|class|init|import|loader|dict|getattribute|reduce|reduce_ex|call|closure|func|self|wrapped|module|setstate)__(?:\.|$)/.test(
        name,
      ))
  );
};

/** Modules that come with Python. */
export const standardModules: ReadonlySet<string> = new Set(
  words(
    'abc argparse array ast audioop base64 binascii bisect builtins bz2 calendar chunk cmath codecs collections colorsys configparser contextlib contextvars copy copyreg csv curses dataclasses datetime decimal difflib dis email encodings enum errno filecmp fnmatch fractions functools genericpath getopt getpass graphlib grp gzip hashlib heapq hmac html imghdr inspect io ipaddress itertools json keyword locale logging lzma mailbox mailcap math mimetypes netrc ntpath nturl2path numbers opcode operator optparse pathlib pickle pickletools pkgutil platform plistlib posixpath pprint pwd pyexpat queue quopri random re reprlib secrets shlex sndhdr spwd sre_compile sre_constants sre_parse stat statistics string stringprep struct symtable syslog tabnanny termios textwrap time token tokenize tomllib traceback types typing unicodedata unittest uu uuid warnings wave weakref xdrlib zlib zoneinfo _abc _ast _bisect _codecs _collections _collections_abc _compat_pickle _compression _contextvars _csv _datetime _decimal _elementtree _functools _io _json _locale _markupbase _opcode _operator _py_abc _pydecimal _pyio _queue _random _sitebuiltins _sre _stat _statistics _string _strptime _struct _symtable _tokenize _tracemalloc _typing _uuid _warnings _weakref _weakrefset _zoneinfo',
  ),
);
